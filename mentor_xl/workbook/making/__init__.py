"""New workbooks, drawn with openpyxl: only ``blank`` and ``results`` import this, when they are called."""
