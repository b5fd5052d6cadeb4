"""The window as a person wishes it: settings, keys, the palette, help, and what goes to paper or file."""
