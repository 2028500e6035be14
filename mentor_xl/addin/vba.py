"""What does the add-in's VBA say? One module, made from the table of buttons, that starts Python and is done.

Plain VBA and nothing beside it: no ``Declare``, no command shell, no script host, no object created by name.
What is started is the Python whose path ``addin install`` wrote down; what it is told is made of constants
and the number of Excel's window. No text of a workbook reaches a command line.
"""

from collections.abc import Iterable

from mentor_xl import __version__
from mentor_xl.addin.buttons import PROTOCOL, Button
from mentor_xl.addin.letters_menu import buttons

MODULE = "MentorXLRibbon"
"""The name of the module."""
FOLDER_NAME, FILE_NAME = "MentorXL", "addin.txt"
"""Where the path of Python is written: under ``%APPDATA%``, else under ``%CommonProgramFiles%``."""

_HEAD = '''\
Option Explicit

' Mentor XL {version}: what the buttons of its ribbon do. Made by "mentor-xl addin build".
'
' A button starts Mentor XL as a program of its own, and Excel goes on at once. What is started is the
' Python whose path "mentor-xl addin install" noted in the file MentorXL\\addin.txt, in the user's own
' AppData folder or, where an administrator set it up, in Common Files. No word of any workbook is in
' what it is told: only the words below and the number of Excel's window.

Private Const ADDIN_VERSION As String = "{version}"
Private Const PROTOCOL As String = "{protocol}"
Private Const HEADING As String = "Mentor XL"
Private Const OTHER_WAY As String = "You can still use Mentor XL without this button: in Explorer, " & _
    "right-click the saved workbook, then Send to, then Mentor XL."

Public Function MentorXL_Version() As String
    MentorXL_Version = ADDIN_VERSION
End Function
'''

_BUTTON = '''
Public Sub {sub}(control As IRibbonControl)
    Start "{words}"
End Sub
'''

_TAIL = '''
Private Sub Start(ByVal words As String)
    Dim python As String
    Dim fault As Long
    On Error GoTo Refused
    python = PythonPath()
    If Len(python) = 0 Then
        MsgBox "Mentor XL is not set up for you on this computer yet. Ask whoever installed it to type: " & _
            "python -m mentor_xl addin install" & vbCrLf & vbCrLf & "For your IT team: MXL-0", _
            vbExclamation, HEADING
        Exit Sub
    End If
    Application.StatusBar = "Mentor XL is starting..."
    Shell """" & python & """ " & Arguments(words), vbNormalFocus
    Exit Sub
Refused:
    fault = Err.Number
    Application.StatusBar = False
    Select Case fault
        Case 5, 53, 70
            MsgBox "Your school does not let Excel start other programs, so this button cannot work. " & _
                OTHER_WAY & vbCrLf & vbCrLf & "For your IT team: MXL-" & fault, vbExclamation, HEADING
        Case Else
            MsgBox "Mentor XL could not be started. " & OTHER_WAY & vbCrLf & vbCrLf & _
                "For your IT team: MXL-" & fault, vbExclamation, HEADING
    End Select
End Sub

Private Function Arguments(ByVal words As String) As String
    Arguments = "-P -m mentor_xl ribbon " & words & " --protocol=" & PROTOCOL & _
        " --addin-version=" & ADDIN_VERSION & " --hwnd=" & CStr(Application.Hwnd)
End Function

Private Function PythonPath() As String
    PythonPath = PathUnder(Environ$("APPDATA"))
    If Len(PythonPath) = 0 Then PythonPath = PathUnder(Environ$("CommonProgramFiles"))
End Function

' The first line of the file, if it is the path of a Python that is there.
Private Function PathUnder(ByVal folder As String) As String
    Dim place As String
    Dim found As String
    Dim number As Integer
    If Len(folder) = 0 Then Exit Function
    place = folder & "\\MentorXL\\addin.txt"
    If Len(Dir$(place)) = 0 Then Exit Function
    number = FreeFile
    Open place For Input As #number
    If Not EOF(number) Then Line Input #number, found
    Close #number
    If IsPython(found) Then PathUnder = found
End Function

Private Function IsPython(ByVal path As String) As Boolean
    Dim lower As String
    lower = LCase$(path)
    If Not (lower Like "[a-z]:\\*\\pythonw.exe" Or lower Like "[a-z]:\\*\\python.exe") Then Exit Function
    If InStr(path, """") > 0 Or InStr(path, "*") > 0 Or InStr(path, "?") > 0 Then Exit Function
    IsPython = Len(Dir$(path)) > 0
End Function
'''


def vba_text(of: Iterable[Button] | None = None) -> str:
    """The text of the module, with line feeds; only ASCII, so that every code page shows it alike.

    Raises:
        ValueError: a word of the table has a character that must not stand in VBA or on a command line.
    """
    every = tuple(buttons() if of is None else of)
    for button in every:
        if not set(button.words) <= _PLAIN or not button.sub.isidentifier():
            raise ValueError(f"The button {button.id} has a character that is not allowed.")
    head = _HEAD.format(version=__version__, protocol=PROTOCOL)
    text = head + "".join(_BUTTON.format(sub=one.sub, words=one.words) for one in every) + _TAIL
    text.encode("ascii")
    return text


_PLAIN = set("abcdefghijklmnopqrstuvwxyz0123456789- ")
