"""What can be done: the list of actions, what an action may see, and why one can't run now."""
