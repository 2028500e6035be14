"""What does the ribbon look like to Excel, and does it keep the rules that Excel would be silent about?

Excel drops a whole tab for one doubled id and says nothing, so the rules are checked here before the file
is written. Format: [MS-CUSTOMUI], the 2009 namespace, which Excel 2010 and later read.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from mentor_xl.addin.buttons import TAB_ID, TAB_KEYTIP, TAB_LABEL, Button, Group, Menu
from mentor_xl.addin.letters_menu import groups

NAMESPACE = "http://schemas.microsoft.com/office/2009/07/customui"
PREFIX = "mxl"
"""What every id begins with, so that none is one of Excel's own."""

_COMMON = {"id", "label", "imageMso", "size", "keytip", "screentip", "supertip"}
_MAY_HAVE = {
    "customUI": set[str](),
    "ribbon": set[str](),
    "tabs": set[str](),
    "tab": {"id", "label", "keytip", "insertAfterMso"},
    "group": {"id", "label"},
    "menu": {*_COMMON, "itemSize"},
    "button": {*_COMMON, "onAction"},
}
_MAY_HOLD = {
    "customUI": {"ribbon"}, "ribbon": {"tabs"}, "tabs": {"tab"}, "tab": {"group"},
    "group": {"menu", "button"}, "menu": {"menu", "button"}, "button": set[str](),
}  # fmt: skip
_LONGEST = 1024


def ribbon_xml(of: Iterable[Group] | None = None) -> bytes:
    """The part ``customUI14.xml`` of the add-in.

    Raises:
        ValueError: the table breaks a rule of the ribbon's.
    """
    root = ET.Element("customUI", xmlns=NAMESPACE)
    tabs = ET.SubElement(ET.SubElement(root, "ribbon"), "tabs")
    tab = ET.SubElement(
        tabs, "tab", id=f"{PREFIX}{TAB_ID}", label=TAB_LABEL, keytip=TAB_KEYTIP, insertAfterMso="TabData"
    )
    for group in groups() if of is None else of:
        part = ET.SubElement(tab, "group", id=f"{PREFIX}{group.id}Group", label=group.label)
        for control in group.controls:
            _add(part, control)
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    data = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}\n'.encode()
    if broken := list(broken_rules(data)):
        raise ValueError("; ".join(broken))
    return data


def _add(parent: ET.Element, control: Button | Menu) -> None:
    """Write one control; what stands in a menu has the menu's size and no picture need."""
    tag = "button" if isinstance(control, Button) else "menu"
    told = {
        "id": f"{PREFIX}{control.id}",
        "label": control.label,
        "size": "large" if control.size == "large" else "",
        "imageMso": control.picture,
        "keytip": control.keytip,
        "screentip": control.screentip,
        "supertip": control.supertip,
        "onAction": control.sub if isinstance(control, Button) else "",
    }
    element = ET.SubElement(parent, tag, {name: value for name, value in told.items() if value})
    if isinstance(control, Menu):
        for child in control.children:
            _add(element, child)


def broken_rules(xml: bytes, subs: Iterable[str] | None = None) -> Iterator[str]:
    """Each rule of the ribbon's that a part breaks, in words.

    ``subs``: what the VBA has; without it, whether a callback is there is not asked.
    """
    root = ET.fromstring(xml)  # noqa: S314 - our own bytes, written a moment ago
    if root.tag != f"{{{NAMESPACE}}}customUI":
        yield "the root is not customUI of 2009"
        return
    elements = list(root.iter())
    yield from _odd_elements(root)
    yield from _odd_ids(elements)
    yield from _odd_texts(elements)
    yield from _odd_keytips(elements)
    yield from _odd_callbacks(elements, None if subs is None else set(subs))


def _name(element: ET.Element) -> str:
    return element.tag.removeprefix(f"{{{NAMESPACE}}}")


def _odd_elements(element: ET.Element) -> Iterator[str]:
    name = _name(element)
    if name == "menu" and any("size" in child.keys() for child in element):  # noqa: SIM118 - of an element
        yield f"what stands in menu {element.get('id')} must not have a size of its own"
    for attribute in sorted(set(element.keys()) - _MAY_HAVE.get(name, set())):
        yield f"{name} must not have {attribute}"
    for child in element:
        if _name(child) not in _MAY_HOLD.get(name, set()):
            yield f"{name} must not hold {_name(child)}"
        yield from _odd_elements(child)
    if _name(element) in {"tab", "group", "menu"} and not len(element):
        yield f"{name} {element.get('id')} is empty"


def _odd_ids(elements: Iterable[ET.Element]) -> Iterator[str]:
    with_id = [element for element in elements if _name(element) in {"tab", "group", "menu", "button"}]
    ids = [element.get("id", "") for element in with_id]
    for id_ in ids:
        if not re.fullmatch(rf"{PREFIX}[A-Z][A-Za-z0-9]*", id_):
            yield f"{id_ or 'no id'} is no id of ours"
    # To the ribbon a and A are two ids; to VBA they are one Sub.
    for id_, times in Counter(id_.casefold() for id_ in ids).items():
        if times > 1:
            yield f"the id {id_} stands {times} times"


def _odd_texts(elements: Iterable[ET.Element]) -> Iterator[str]:
    for element in elements:
        if _name(element) in {"tab", "group", "menu", "button"} and not element.get("label"):
            yield f"{element.get('id')} has no label"
        for attribute in ("label", "screentip", "supertip"):
            if len(element.get(attribute, "")) > _LONGEST:
                yield f"the {attribute} of {element.get('id')} is too long"
        if element.get("size", "large") != "large":
            yield f"{element.get('id')} has no such size"
        if not re.fullmatch(r"[A-Za-z0-9]+", element.get("imageMso", "Help")):
            yield f"{element.get('id')} has no such picture"


def _odd_keytips(elements: Iterable[ET.Element]) -> Iterator[str]:
    """Keytips of one level: those on the tab are one level, whatever group they stand in; so is each menu."""
    for element in elements:
        if _name(element) == "tab":
            yield from _clashes([control for group in element for control in group])
            yield from _clashes([element])
        elif _name(element) == "menu":
            yield from _clashes(list(element))


def _clashes(level: Iterable[ET.Element]) -> Iterator[str]:
    tips = [tip for element in level if (tip := element.get("keytip"))]
    for place, tip in enumerate(tips):
        if not re.fullmatch(r"[A-Z0-9]{1,3}", tip):
            yield f"{tip} is no keytip"
        for other in tips[place + 1 :]:
            if tip.startswith(other) or other.startswith(tip):
                yield f"the keytips {tip} and {other} cannot be told apart"


def _odd_callbacks(elements: Iterable[ET.Element], subs: set[str] | None) -> Iterator[str]:
    for element in elements:
        if _name(element) != "button":
            continue
        callback = element.get("onAction", "")
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,254}", callback):
            yield f"{element.get('id')} calls nothing"
        elif subs is not None and callback not in subs:
            yield f"there is no Sub {callback}"
