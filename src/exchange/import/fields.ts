/** What a column of a list of assignments can hold. `firstName` and `lastName` together are a `name`. */
export const importFields = [
  'name', 'firstName', 'lastName', 'email', 'login', 'device', 'employee', 'type', 'assigned', 'purchase', 'seat', 'ended', 'note',
] as const;
export type ImportField = (typeof importFields)[number];

/** The column of each field, from 0. */
export type ColumnMapping = Readonly<Partial<Record<ImportField, number>>>;

/**
 * How columns are called in English, Polish and German lists, without accents. Those that Exchange and Active
 * Directory use are among them.
 */
export const headerWords: Readonly<Record<ImportField, readonly string[]>> = {
  name: [
    'name', 'full name', 'display name', 'displayname', 'person', 'user', 'employee', 'employee name', 'holder', 'assigned to',
    'imie i nazwisko', 'nazwisko i imie', 'nazwa wyswietlana', 'osoba', 'pracownik', 'uzytkownik',
    'vor und nachname', 'vollstandiger name', 'anzeigename', 'benutzer', 'mitarbeiter', 'person name',
  ],
  firstName: ['first name', 'firstname', 'given name', 'givenname', 'forename', 'imie', 'vorname'],
  lastName: ['last name', 'lastname', 'surname', 'family name', 'nazwisko', 'nachname', 'familienname'],
  email: [
    'email', 'e mail', 'mail', 'email address', 'e mail address', 'address', 'primarysmtpaddress', 'windowsemailaddress', 'smtp', 'upn', 'userprincipalname',
    'adres e mail', 'adres email', 'adres', 'poczta', 'e mail adresse', 'emailadresse', 'mailadresse', 'adresse',
  ],
  login: [
    'login', 'login name', 'logon', 'logon name', 'user name', 'username', 'user id', 'account', 'samaccountname',
    'konto', 'nazwa uzytkownika', 'nazwa konta', 'benutzername', 'anmeldename', 'benutzerkonto', 'kennung', 'benutzerkennung',
  ],
  device: ['device', 'device name', 'computer', 'computer name', 'workstation', 'machine', 'urzadzenie', 'komputer', 'nazwa komputera', 'gerat', 'gerat name', 'rechner', 'computername'],
  employee: ['employee id', 'employee number', 'employee no', 'employeeid', 'staff number', 'nr pracownika', 'numer pracownika', 'nr ewidencyjny', 'personalnummer', 'mitarbeiternummer', 'personal nr'],
  type: [
    'type', 'license', 'license type', 'license name', 'licensename', 'licence', 'licence type', 'product', 'product name', 'sku', 'cal', 'cal type',
    'licencja', 'typ licencji', 'rodzaj licencji', 'nazwa licencji', 'produkt', 'typ', 'rodzaj', 'lizenz', 'lizenztyp', 'lizenzart', 'lizenzname',
  ],
  assigned: [
    'assigned', 'assigned on', 'assigned at', 'assignment date', 'date of assignment', 'date', 'since', 'from', 'start', 'start date', 'issued',
    'data przypisania', 'data przydzielenia', 'data przydzialu', 'data nadania', 'przypisano', 'data', 'data od', 'od',
    'zuweisungsdatum', 'zugewiesen', 'zugewiesen am', 'datum', 'seit', 'ab', 'von', 'beginn', 'startdatum',
  ],
  purchase: [
    'purchase', 'purchase order', 'purchase number', 'order', 'order number', 'order no', 'po', 'po number', 'invoice', 'invoice number', 'invoice no', 'document',
    'faktura', 'nr faktury', 'numer faktury', 'zamowienie', 'nr zamowienia', 'numer zamowienia', 'dokument', 'dokument zakupu', 'zakup',
    'rechnung', 'rechnungsnummer', 'rechnungs nr', 'bestellung', 'bestellnummer', 'bestell nr', 'beleg', 'belegnummer', 'kauf', 'einkauf',
  ],
  seat: ['seat', 'seat number', 'license number', 'license no', 'nr licencji', 'numer licencji', 'miejsce', 'platz', 'lizenznummer', 'lizenz nr'],
  ended: [
    'ended', 'ended on', 'end', 'end date', 'until', 'to', 'returned', 'released',
    'data zakonczenia', 'data konca', 'data zwrotu', 'data do', 'koniec', 'do', 'zwrocono', 'ende', 'enddatum', 'bis', 'beendet', 'beendet am', 'ruckgabe',
  ],
  note: ['note', 'notes', 'comment', 'comments', 'remark', 'remarks', 'uwagi', 'uwaga', 'komentarz', 'notatka', 'notatki', 'bemerkung', 'bemerkungen', 'notiz', 'kommentar', 'anmerkung'],
};
