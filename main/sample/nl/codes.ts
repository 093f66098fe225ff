/** The codebook of the Dutch sample. */
import type { CodeKey } from '../codebook.ts'
import type { CodeWords } from '../words.ts'

export const codes: Record<CodeKey, CodeWords> = {
  fear: {
    name: 'Angst',
    definition:
      'Waar een respondent bij teruggaan bang voor is. Een categorie: kies de code eronder die zegt waarvoor.',
    useWhen: '',
    notWhen: '',
  },
  safety: {
    name: 'Angst om veiligheid',
    definition: 'De respondent verwacht in het land van terugkeer te worden bedreigd, opgepakt of gevolgd.',
    useWhen:
      'Er wordt gevaar genoemd voor de respondent of voor naasten, ook als dat maar half gebeurt (“welke weg ik niet moet nemen”).',
    notWhen:
      'Armoede of eenzaamheid na terugkeer: gebruik Terugkeer als nieuwe migratie. Schaamte: gebruik Met lege handen aankomen.',
  },
  authorities: {
    name: 'Dreiging van de overheid',
    definition: 'Het gevaar komt van politie, leger, rechtbank of anderen die voor de staat optreden.',
    useWhen: 'Het gevaar zit in een uniform, een kantoor of een lijst, of er is daardoor niemand om hulp te vragen.',
    notWhen: 'De overheid van het land van verblijf: gebruik Eerlijkheid van de procedure.',
  },
  family: {
    name: 'Dreiging van familie',
    definition: 'Het gevaar komt van familie of schoonfamilie, of bereikt de respondent via hen.',
    useWhen:
      'Een familielid dreigt, zou iets doorvertellen, of spreekt over veiligheid op een manier die de respondent niet vertrouwt.',
    notWhen: 'Een familielid waarschuwt en helpt: codeer dan het gevaar zelf.',
  },
  emptyHands: {
    name: 'Met lege handen aankomen',
    definition: 'Schaamte, schuld of teleurgestelde verwachtingen die thuis wachten.',
    useWhen: 'De respondent verbergt hoe het gaat, of vertelt wat anderen voor de reis betaalden of ervan verwachten.',
    notWhen: 'Alleen geldgebrek, zonder dat er iemand naar kijkt.',
  },
  agency: {
    name: 'Handelingsvermogen',
    definition: 'Hoe ver iemand kan willen, beslissen en doen. Een categorie: kies een code eronder.',
    useWhen: '',
    notWhen: '',
  },
  passivity: {
    name: 'Passiviteit door detentie',
    definition: 'Het verlies van initiatief tijdens het vastzitten, of wat daarvan blijft na de vrijlating.',
    useWhen: 'Een respondent vertelt over wachten op deuren, niet meer kiezen, niet meer vragen, in of door detentie.',
    notWhen: 'Wachten in een open centrum: gebruik Leven in de wacht. Zie de memo bij deze code.',
  },
  health: {
    name: 'Gezondheid en vertrouwen',
    definition: 'Lichaam en geest als wat een beslissing mogelijk of onmogelijk maakt.',
    useWhen: 'Ziekte, slaap, pijn of kracht komt ter sprake samen met wat iemand durft of voor elkaar krijgt.',
    notWhen: 'Een ziekte wordt alleen als feit genoemd.',
  },
  step: {
    name: 'Een stap zetten',
    definition: 'Iets wat iemand uit zichzelf doet, hoe klein ook.',
    useWhen:
      'Lesgeven, repareren, regelen, weigeren; ook als het in het verleden ligt en naast het heden wordt gelegd.',
    notWhen: 'Plannen waar niemand nog aan begonnen is.',
  },
  return: {
    name: 'Terugkeer',
    definition: 'Wat het woord terugkeer voor een respondent betekent, als geen van de codes eronder dat beter zegt.',
    useWhen:
      'Er wordt in het algemeen over terugkeer gesproken, naar verlangd, over gegrapt, of het woord krijgt een andere betekenis.',
    notWhen: 'Een code eronder past.',
  },
  newMigration: {
    name: 'Terugkeer als nieuwe migratie',
    definition: 'Teruggaan wordt beschreven als nog een keer vertrekken naar een vreemde plek, en niet als thuiskomen.',
    useWhen:
      'Woorden als vreemde, opnieuw beginnen, een derde land; een leven daar zou vanaf niets moeten worden opgebouwd.',
    notWhen: 'De plek is bekend en wacht op de respondent, maar is gevaarlijk: gebruik Angst om veiligheid.',
  },
  placeGone: {
    name: 'De plek is er niet meer',
    definition: 'Huis, mensen, school of dorp zoals ze waren, bestaan niet meer.',
    useWhen: 'Waar iemand naar terug zou gaan is verkocht, afgepakt, leeggelopen, of hoort bij een andere tijd.',
    notWhen: 'De plek is er nog en de respondent is veranderd: gebruik Terugkeer als nieuwe migratie.',
  },
  children: {
    name: 'Kinderen van hier',
    definition: 'Kinderen met een taal, school en vrienden die niet die van het land van terugkeer zijn.',
    useWhen: 'Terugkeer wordt afgewogen aan wat het voor een kind zou zijn, of een kind is er een vreemde geworden.',
    notWhen: 'Kinderen worden genoemd zonder dat het over terugkeer gaat.',
  },
  lesserEvil: {
    name: 'Het minst slechte kiezen',
    definition: 'Blijven en gaan zijn allebei slecht, en worden tegen elkaar afgewogen.',
    useWhen: 'Iemand vergelijkt twee kwaden, of gaat omdat hij of zij moe is en niet omdat hij of zij wil.',
    notWhen: 'Gaan is een wens: gebruik Terugkeer.',
  },
  staying: {
    name: 'Blijven',
    definition: 'Wat iemand hier houdt, en hoe het is om hier te zijn. Gebruik liever de codes eronder.',
    useWhen: 'Er wordt in het algemeen voor blijven gepleit, als wens of als recht.',
    notWhen: 'Een code eronder past.',
  },
  home: {
    name: 'Hier thuis',
    definition: 'Banden met mensen, plekken en gewoonten in dit land.',
    useWhen: 'Iemand of iets hier wordt eigen genoemd, of zou worden gemist.',
    notWhen: 'Vriendelijke hulpverleners: gebruik Iemand die luistert.',
  },
  waiting: {
    name: 'Leven in de wacht',
    definition: 'Dagen, plannen en relaties die door de procedure stilliggen, buiten detentie.',
    useWhen: 'De tijd wordt beschreven als leeg, lang, of van iemand anders.',
    notWhen: 'In detentie, of daardoor: gebruik Passiviteit door detentie.',
  },
  fairness: {
    name: 'Eerlijkheid van de procedure',
    definition: 'Oordelen over hoe iemand is gehoord, beoordeeld en geïnformeerd.',
    useWhen:
      'Een regel, een gehoor, een brief of een ambtenaar wordt eerlijk of oneerlijk genoemd, met woorden of met een voorbeeld.',
    notWhen: 'Het gaat om niet geloofd worden: gebruik die code.',
  },
  disbelief: {
    name: 'Niet geloofd worden',
    definition: 'Te horen krijgen, of voelen, dat je verhaal voor onwaar wordt gehouden.',
    useWhen: 'Het gaat om samenhang, bewijs of aannemelijkheid.',
    notWhen: 'Er is helemaal niet geluisterd: gebruik Eerlijkheid van de procedure.',
  },
  listening: {
    name: 'Iemand die luistert',
    definition: 'Een begeleider, advocaat of vrijwilliger die iets vraagt of hoort wat niemand anders vroeg of hoorde.',
    useWhen: 'Een vraag of een gebaar van een hulpverlener heeft iets veranderd.',
    notWhen: 'Vrienden en buren: gebruik Hier thuis.',
  },
}
