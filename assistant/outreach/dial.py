"""From the dealer's template to what is asked or run to dial a number. Rules only: no I/O.

A number is at most a plus and digits here, whatever a customer typed, and fills one value of an
address or one argument of a program; so nobody's number becomes a host, a header or an option.
"""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from assistant.core.contact import dialled, without_extension
from assistant.core.errors import WrongCallError
from assistant.settings.values import DialWay, Method, TelephoneSettings

_NUMBER = re.compile(r"\+?[0-9]{1,20}")
_FIELD = re.compile(r"\{([^{}]*)\}")
_FIELDS = ("number", "digits")
_PRINTED = re.compile(r"[!-~]+")
_EXAMPLE = "+31612345678"
_IN_HOUSE = tuple(
    ip_network(network)
    for network in (
        *("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16"),
        *("::1/128", "fc00::/7", "fe80::/10"),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DialRequest:
    """A request that dials.

    Attributes:
        url: Filled, in printed ASCII, without user or fragment.
        host: Who is asked, in lower case.
        is_plain: Whether it goes by http, which others on the way can read.
    """

    method: Method
    url: str
    host: str
    is_plain: bool


def check(telephone: TelephoneSettings, region: str) -> None:
    """Look whether a number could be dialled so.

    Raises:
        WrongCallError: As :func:`request` and :func:`arguments`.
    """
    match telephone.way:
        case DialWay.LINK:
            pass
        case DialWay.URL:
            request(telephone, _EXAMPLE, region)
        case DialWay.COMMAND:
            arguments(telephone, _EXAMPLE, region)


def request(telephone: TelephoneSettings, number: str, region: str) -> DialRequest:
    """Return the request that dials a number.

    Args:
        telephone: Its address has fields in its path or query only.
        number: E.164, or the digits that a customer left.
        region: The dealer's country, from which is dialled.

    Raises:
        WrongCallError: If the number is none, or the address cannot be used.
    """
    parts = _address(telephone.url)
    host = parts.hostname or ""
    if host not in telephone.hosts:
        raise WrongCallError("{host} is not among the hosts that may be asked.", host=host)
    values = {name: quote(value, safe="") for name, value in _values(number, region).items()}
    if not _fields_in(parts.path + parts.query):
        raise WrongCallError(
            "The address has neither {number} nor {digits}, so it dials nobody.", **_shown()
        )
    path, query = _filled(parts.path, values), _filled(parts.query, values)
    return DialRequest(
        method=telephone.method,
        url=urlunsplit((parts.scheme, _plain_place(parts), path or "/", query, "")),
        host=host,
        is_plain=parts.scheme == "http",
    )


def host_of(url: str) -> str:
    """Return whom an address asks; nothing for what is no address."""
    try:
        return _address(url).hostname or ""
    except WrongCallError:
        return ""


def arguments(telephone: TelephoneSettings, number: str, region: str) -> tuple[str, ...]:
    """Return the program and the arguments that dial a number, never to be read by a shell.

    Raises:
        WrongCallError: If the number is none, or the command cannot be used.
    """
    template = telephone.command
    if not template or not template[0]:
        raise WrongCallError("There is no command yet that dials.")
    values = _values(number, region)
    having = [place for place, argument in enumerate(template) if _fields_in(argument)]
    if len(having) != 1 or having == [0]:
        raise WrongCallError(
            "One argument of the command must have {number} or {digits}, and only one.", **_shown()
        )
    return tuple(_filled(argument, values) for argument in template)


def is_in_house(address: str) -> bool:
    """Say whether an IP address is this computer's or one of a private network."""
    ip: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address) and ip.ipv4_mapped is not None:
        ip = ip.ipv4_mapped
    return any(ip in network for network in _IN_HOUSE)


def _address(url: str) -> SplitResult:
    """Take an address apart that names nobody but a host and perhaps its port."""
    if not url:
        raise WrongCallError("There is no address yet that dials.")
    try:
        if _PRINTED.fullmatch(url):
            parts = urlsplit(url)
            if parts.scheme in {"http", "https"} and _plain_place(parts) == parts.netloc.lower():
                return parts
    except ValueError:
        pass
    raise WrongCallError(
        "{url} cannot be asked: write https:// or http://, a host without user or fields, a path.",
        url=url,
    )


def _plain_place(parts: SplitResult) -> str:
    """Return host and port as every reader of addresses takes them."""
    host = parts.hostname or ""
    if not re.fullmatch(r"[a-z0-9._:-]+", host):
        return "?"
    place = f"[{host}]" if ":" in host else host
    return place if parts.port is None else f"{place}:{parts.port}"


def _values(number: str, region: str) -> dict[str, str]:
    main = without_extension(number)
    if not _NUMBER.fullmatch(main):
        raise WrongCallError("{text} is no telephone number.", text=number)
    return {"number": main, "digits": dialled(main, region)}


def _fields_in(text: str) -> list[str]:
    found = _FIELD.findall(text)
    for name in found:
        if name not in _FIELDS:
            raise WrongCallError(
                "There is no field {field}: only {number} and {digits} are filled in.",
                field=f"{{{name}}}",
                **_shown(),
            )
    return found


def _filled(text: str, values: dict[str, str]) -> str:
    return _FIELD.sub(lambda found: values[found[1]], text)


def _shown() -> dict[str, str]:
    """Return the fields as a sentence about them shows them."""
    return {name: f"{{{name}}}" for name in _FIELDS}
