"""What the actions do, by what they are about; and the parts of the window that they need for it."""
