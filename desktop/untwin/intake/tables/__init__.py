"""Tables, whatever they are written in: headers, what each column holds, and the row that each error stands in."""
