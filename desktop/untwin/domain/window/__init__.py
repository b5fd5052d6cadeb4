"""What the window keeps of itself: how it was left, what a person wishes, and the tour."""
