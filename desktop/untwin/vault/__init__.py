"""The operating system's keyring: only the platform's own backends, only this home's entries."""
