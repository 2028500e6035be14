"""The ribbon keeps the rules that Excel breaks a whole tab for without a word."""

from dataclasses import replace

import pytest

from mentor_xl.addin.buttons import CHECKING, HELP, Button, Group, Menu
from mentor_xl.addin.letters_menu import buttons
from mentor_xl.addin.ribbon_xml import NAMESPACE, broken_rules, ribbon_xml

FOR_TESTS = Button(id="One", label="One", entry="check", command="check", screentip="One", supertip="One.")


def ribbon(inside: str, tab: str = 'id="mxlTab" label="Mentor XL"') -> bytes:
    return (
        f'<customUI xmlns="{NAMESPACE}"><ribbon><tabs><tab {tab}>{inside}</tab></tabs></ribbon></customUI>'
    ).encode()


def group(inside: str) -> bytes:
    return ribbon(f'<group id="mxlG" label="G">{inside}</group>')


GOOD = '<button id="mxlA" label="A" onAction="MentorXL_A" keytip="A"/>'


def test_the_ribbon_breaks_no_rule_and_calls_what_is_there() -> None:
    assert list(broken_rules(ribbon_xml(), [button.sub for button in buttons()])) == []


def test_the_ribbon_is_the_same_bytes_twice() -> None:
    assert ribbon_xml() == ribbon_xml()


def test_a_small_ribbon_by_hand_is_good() -> None:
    assert list(broken_rules(group(GOOD), ["MentorXL_A"])) == []


@pytest.mark.parametrize(
    ("xml", "told"),
    [
        (b"<customUI/>", "customUI of 2009"),
        (group(GOOD + GOOD.replace('keytip="A"', "")), "stands 2 times"),
        (group(GOOD + GOOD.replace("mxlA", "mxla")), "no id of ours"),
        (group(GOOD + GOOD.replace("mxlA", "mxlAB").replace("mxlAB", "mxlG")), "stands 2 times"),
        (group(GOOD.replace("mxlA", "FileSave")), "FileSave is no id of ours"),
        (group(GOOD.replace(' id="mxlA"', "")), "no id is no id of ours"),
        (group(GOOD.replace('label="A"', "")), "no label"),
        (group(GOOD.replace('label="A"', f'label="{"x" * 1025}"')), "too long"),
        (group(GOOD.replace("/>", f' supertip="{"x" * 1025}"/>')), "too long"),
        (group(GOOD.replace("/>", ' size="huge"/>')), "no such size"),
        (group(GOOD.replace("/>", ' imageMso="My picture.png"/>')), "no such picture"),
        (group(GOOD.replace("/>", ' getEnabled="X"/>')), "must not have getEnabled"),
        (group(GOOD.replace('keytip="A"', 'keytip="ABCD"')), "ABCD is no keytip"),
        (group(GOOD.replace('keytip="A"', 'keytip="a"')), "a is no keytip"),
        (group(GOOD + GOOD.replace("mxlA", "mxlB")), "cannot be told apart"),
        (group(GOOD + GOOD.replace("mxlA", "mxlB").replace('"A"/>', '"AB"/>')), "cannot be told apart"),
        (ribbon(f'<group id="mxlG" label="G">{GOOD}</group><group id="mxlH" label="H">'
                f'{GOOD.replace("mxlA", "mxlB")}</group>'), "cannot be told apart"),
        (group(GOOD.replace('onAction="MentorXL_A"', "")), "calls nothing"),
        (group(GOOD.replace("MentorXL_A", "C:\\x.exe")), "calls nothing"),
        (group(GOOD.replace("MentorXL_A", "MentorXL_B")), "there is no Sub MentorXL_B"),
        (group(""), "is empty"),
        (group('<menu id="mxlM" label="M"/>'), "is empty"),
        (group('<menu id="mxlM" label="M">' + GOOD.replace("/>", ' size="large"/>') + "</menu>"),
         "size of its own"),
        (group('<gallery id="mxlM" label="M"/>'), "must not hold gallery"),
        (ribbon(GOOD), "must not hold button"),
    ],
)  # fmt: skip
def test_a_broken_rule_is_told(xml: bytes, told: str) -> None:
    assert told in "; ".join(broken_rules(xml, ["MentorXL_A"]))


def test_a_table_that_breaks_a_rule_makes_no_ribbon() -> None:
    with pytest.raises(ValueError, match="stands 2 times"):
        ribbon_xml([CHECKING, HELP, CHECKING])
    with pytest.raises(ValueError, match="no label"):
        ribbon_xml([Group(id="G", label="G", controls=(replace(FOR_TESTS, label=""),))])


def test_a_menu_within_a_menu_is_written_as_one() -> None:
    inner = Menu(id="Inner", label="Inner", children=(FOR_TESTS,))
    outer = Menu(id="Outer", label="Outer", children=(inner,), size="large")
    xml = ribbon_xml([Group(id="G", label="G", controls=(outer,))]).decode()
    assert xml.index("mxlOuter") < xml.index("mxlInner") < xml.index("mxlOne")
    assert xml.count('size="large"') == 1


def test_a_label_with_signs_of_xml_stands_as_it_was_typed() -> None:
    xml = ribbon_xml([Group(id="G", label="G", controls=(replace(FOR_TESTS, label='“Tea” & <cake> "x"'),))])
    assert "“Tea” &amp; &lt;cake&gt; &quot;x&quot;" in xml.decode()
