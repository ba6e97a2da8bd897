"""Documents to print or hand on: tagged PDF (PDF/UA-1), laid out by Typst.

Templates are in `resources/print/`, and `steady.typ` there holds what they share. A template is
given data and nothing else, so that no words of anybody's can order it about; the document comes
back as bytes, so that private ones never touch a temporary file.
"""
