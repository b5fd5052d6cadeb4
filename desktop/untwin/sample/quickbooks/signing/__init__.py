"""Who signs in, and which tokens open what."""
