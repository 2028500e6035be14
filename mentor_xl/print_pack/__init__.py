"""Everything to print at once: the letters in posting order behind a list of who gets what."""

from mentor_xl.print_pack.cover import PackLine, PrintPack, print_pack
from mentor_xl.print_pack.order import Letter, in_posting_order
from mentor_xl.print_pack.write import write_print_pack

__all__ = ["Letter", "PackLine", "PrintPack", "in_posting_order", "print_pack", "write_print_pack"]
