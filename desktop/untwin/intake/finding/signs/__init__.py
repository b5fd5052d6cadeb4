"""Signs by which an error is cut out of its text and described: its codes, its number, its end, its repetitions."""
