"""The parts that an error is made of, found in a text and gathered into groups; nothing is judged here."""
