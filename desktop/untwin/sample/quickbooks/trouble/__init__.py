"""How QuickBooks misbehaves: its limits, and the tricks that can be asked for."""
