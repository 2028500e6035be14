"""A workbook that is protected with a password, opened in memory with the password its owner gives."""

from io import BytesIO

from mentor_xl.errors import UnreadableWorkbook


class WrongPassword(UnreadableWorkbook):
    """The password does not open the workbook."""

    def __init__(self) -> None:
        super().__init__("That password does not open this workbook. Check capitals, and try again.")


def unlocked(data: bytes, password: str) -> bytes:
    """The bytes of an encrypted workbook as Excel would have saved it without a password.

    Nothing is written: the file on the disk stays encrypted.

    Raises:
        WrongPassword: the password is not the right one.
        UnreadableWorkbook: the encryption is of a kind that cannot be read.
    """
    import msoffcrypto  # noqa: PLC0415 - few workbooks need it
    from msoffcrypto.exceptions import DecryptionError, InvalidKeyError  # noqa: PLC0415

    if not password:
        raise WrongPassword
    opened = BytesIO()
    try:
        office = msoffcrypto.OfficeFile(BytesIO(data))
        office.load_key(password=password, verify_password=True)
        office.decrypt(opened)
    except InvalidKeyError as fault:
        raise WrongPassword from fault
    except (DecryptionError, OSError, ValueError, NotImplementedError) as fault:
        raise UnreadableWorkbook(
            "This workbook is encrypted in a way that cannot be read. Save a copy without the password."
        ) from fault
    return opened.getvalue()
