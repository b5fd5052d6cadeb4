"""What comes in, and what is asked about it: pastes, columns, bill lists, the company, the waiting document."""
