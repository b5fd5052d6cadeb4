"""What is true about numbers, documents and cases: pure rules, standard library only."""
