"""The inbox: what it shows, how it is filtered and counted, and what is put off."""
