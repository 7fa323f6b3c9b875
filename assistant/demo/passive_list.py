"""A list of invented passive leads, as a dealer's administration would export it."""

_ROWS = (
    "Relatienummer;Voornaam;Tussenvoegsel;Achternaam;Mobiel;E-mailadres;Merk;Type;Kenteken;"
    "Aankoop;Toestemming;Opmerking",
    "10021;Jan;de;Vries;06 10 10 10 11;jan@example.com;Opel;Corsa;XX-124-X;12-3-2022;ja, 2024;",
    "10022;Zoë;;Côté;0610101012;;Kia;Picanto;XX-125-X;1-4-2022;ja, 2024;Belt liever na vijven",
    "10023;Mehmet;;Yilmaz;;mehmet@example.com;Toyota;Aygo;XX-126-X;9-4-2022;nee;",
    "10024;Fatima;el;Idrissi;;;Fiat;500;XX-127-X;21-4-2022;ja, 2025;Verhuisd",
    "10025;Piet;;Smit;onbekend;;Fiat;Panda;XX-128-X;2-5-2022;ja, 2024;",
    "10026;J.;de;Vries;0610101011;;Opel;Astra;XX-129-X;5-5-2022;ja, 2024;Tweede auto",
    "10027;Kim;;Mol;06-10101014;kim@example.com;Mazda;2;XX-130-X;30-5-2022;ja, 2025;",
)
NAME = "vier jaar dezelfde auto.csv"
CONTENT = "\r\n".join((*_ROWS, "")).encode("cp1252")
