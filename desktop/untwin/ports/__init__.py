"""What the flows need from the outside: Protocols that the adapters fill and that fakes must honour alike."""
