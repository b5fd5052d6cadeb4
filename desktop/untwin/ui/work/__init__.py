"""Each flow at work in its lane: how far it is, how it is stopped, and one sentence on what came of it."""
