"""What is told to somebody outside: a case, a plan, the changes, and the e-mail that asks."""
