-- Made from the data dictionary by `python -m attrib.publish.schema`; do not edit.
-- Tables, indexes and views of the published database. Reading it needs SQLite 3.37 or newer.

-- Types of statements: every value that the database uses, with its meaning.
CREATE TABLE statement_types (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Markers: every value that the database uses, with its meaning.
CREATE TABLE markers (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Media: every value that the database uses, with its meaning.
CREATE TABLE media (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Statuses: every value that the database uses, with its meaning.
CREATE TABLE statuses (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Verdicts: every value that the database uses, with its meaning.
CREATE TABLE verdicts (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Polarities: every value that the database uses, with its meaning.
CREATE TABLE polarities (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Certainties: every value that the database uses, with its meaning.
CREATE TABLE certainties (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Distances: every value that the database uses, with its meaning.
CREATE TABLE distances (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Disclosures: every value that the database uses, with its meaning.
CREATE TABLE disclosures (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Relations of sources: every value that the database uses, with its meaning.
CREATE TABLE relations (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Roles of words: every value that the database uses, with its meaning.
CREATE TABLE role_kinds (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Kinds of parts: every value that the database uses, with its meaning.
CREATE TABLE part_kinds (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Kinds of sources: every value that the database uses, with its meaning.
CREATE TABLE source_kinds (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Origins of sources: every value that the database uses, with its meaning.
CREATE TABLE source_origins (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Reliability letters: every value that the database uses, with its meaning.
CREATE TABLE reliabilities (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Parties to the conflict: every value that the database uses, with its meaning.
CREATE TABLE party_to_conflict (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Qualifiers of numbers: every value that the database uses, with its meaning.
CREATE TABLE qualifiers (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Precisions of dates: every value that the database uses, with its meaning.
CREATE TABLE precisions (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Credibility digits: every value that the database uses, with its meaning.
CREATE TABLE credibilities (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Independence of origins: every value that the database uses, with its meaning.
CREATE TABLE independences (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Fields of judgements: every value that the database uses, with its meaning.
CREATE TABLE judgement_fields (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Roles of claim keys: every value that the database uses, with its meaning.
CREATE TABLE key_roles (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Rights: every value that the database uses, with its meaning.
CREATE TABLE rights (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Documents. The articles. Every offset in this database counts the characters (Unicode code points) of an article's unaltered text. Article texts belong to their publishers.
CREATE TABLE documents (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  name TEXT NOT NULL,
  title TEXT,
  publisher TEXT,
  author TEXT,
  url TEXT,
  published TEXT,
  published_basis TEXT,
  updated TEXT,
  updated_basis TEXT,
  language TEXT NOT NULL,
  rights TEXT NOT NULL REFERENCES rights(code),
  text TEXT,
  fingerprint TEXT
) STRICT;
CREATE INDEX documents_publisher ON documents (publisher);
CREATE INDEX documents_published ON documents (published);
CREATE INDEX documents_language ON documents (language);
CREATE INDEX documents_rights ON documents (rights);
CREATE VIRTUAL TABLE documents_fts USING FTS5 (label, text, names, spellings, stems, content='', tokenize='unicode61 remove_diacritics 2');

-- Parts of documents. The headings, paragraphs, list items and pieces of boilerplate of each article, in order.
CREATE TABLE parts (
  document INTEGER NOT NULL REFERENCES documents(pk),
  number INTEGER NOT NULL,
  kind TEXT NOT NULL REFERENCES part_kinds(code),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX parts_kind ON parts (kind);

-- Rules. The constructions by which texts credit words to somebody: what each rule finds, with an example. Every statement names the rule that found it; a rule of another version of the program has a row without an example.
CREATE TABLE rules (
  id TEXT PRIMARY KEY NOT NULL,
  marker TEXT REFERENCES markers(code),
  finds TEXT NOT NULL,
  language TEXT,
  example TEXT,
  example_statement TEXT,
  example_speaker TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX rules_marker ON rules (marker);

-- Statements. One row for each stretch of an article in which one party puts something forward: who says it, in which form, and who confirms or disputes it. Made by a machine; status says who stands where, not what is true.
CREATE TABLE statements (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  exact TEXT,
  source TEXT REFERENCES sources(id),
  status TEXT NOT NULL REFERENCES statuses(code),
  type TEXT NOT NULL REFERENCES statement_types(code),
  marker TEXT NOT NULL REFERENCES markers(code),
  context TEXT,
  speaker TEXT,
  cue TEXT,
  document INTEGER NOT NULL REFERENCES documents(pk),
  date TEXT,
  publisher TEXT,
  number INTEGER NOT NULL,
  medium TEXT NOT NULL REFERENCES media(code),
  polarity TEXT NOT NULL REFERENCES polarities(code),
  certainty TEXT NOT NULL REFERENCES certainties(code),
  distance TEXT NOT NULL REFERENCES distances(code),
  origin TEXT REFERENCES sources(id),
  disclosure TEXT REFERENCES disclosures(code),
  status_in_document TEXT NOT NULL REFERENCES statuses(code),
  said_on TEXT,
  said_on_precision TEXT REFERENCES precisions(code),
  said_on_exact TEXT,
  said_on_start INTEGER,
  said_on_end INTEGER,
  level INTEGER NOT NULL,
  parent INTEGER REFERENCES statements(pk),
  part INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  spans TEXT NOT NULL,
  context_start INTEGER NOT NULL,
  context_end INTEGER NOT NULL,
  rule TEXT NOT NULL REFERENCES rules(id),
  detail TEXT
) STRICT;
CREATE INDEX statements_marker ON statements (marker);
CREATE INDEX statements_date ON statements (date);
CREATE INDEX statements_publisher ON statements (publisher);
CREATE INDEX statements_medium ON statements (medium);
CREATE INDEX statements_polarity ON statements (polarity);
CREATE INDEX statements_certainty ON statements (certainty);
CREATE INDEX statements_distance ON statements (distance);
CREATE INDEX statements_origin ON statements (origin);
CREATE INDEX statements_status_in_document ON statements (status_in_document);
CREATE INDEX statements_said_on ON statements (said_on);
CREATE INDEX statements_said_on_precision ON statements (said_on_precision);
CREATE INDEX statements_level ON statements (level);
CREATE INDEX statements_parent ON statements (parent);
CREATE INDEX statements_rule ON statements (rule);
CREATE INDEX statements_facet_status ON statements (status, source, type, disclosure, document);
CREATE INDEX statements_facet_source ON statements (source, status, type, disclosure, document);
CREATE INDEX statements_facet_type ON statements (type, status, source, disclosure, document);
CREATE INDEX statements_facet_disclosure ON statements (disclosure, status, source, type, document);
CREATE INDEX statements_facet_document ON statements (document, status, source, type, disclosure);
CREATE INDEX statements_dated ON statements (status, date);
CREATE INDEX statements_found ON statements (pk, status, source, type, disclosure, document);
CREATE VIRTUAL TABLE statements_fts USING FTS5 (exact, speaker, names, spellings, stems, content='', tokenize='unicode61 remove_diacritics 2');

-- Pieces of statements. Where each statement stands in its document. A statement cut in two by its frame has several pieces.
CREATE TABLE spans (
  statement INTEGER NOT NULL REFERENCES statements(pk),
  number INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  exact TEXT,
  PRIMARY KEY (statement, number)
) STRICT, WITHOUT ROWID;

-- Cues, frames, speakers, addressees. The words around a statement that say who speaks, by which word, and to whom.
CREATE TABLE roles (
  statement INTEGER NOT NULL REFERENCES statements(pk),
  role TEXT NOT NULL REFERENCES role_kinds(code),
  number INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  exact TEXT,
  PRIMARY KEY (statement, role, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX roles_role ON roles (role);

-- Statements and their sources. Who is behind each statement: every party that states it, and the institutions those parties speak for, each with the rule that decided.
CREATE TABLE statement_sources (
  statement INTEGER NOT NULL REFERENCES statements(pk),
  number INTEGER NOT NULL,
  source TEXT NOT NULL REFERENCES sources(id),
  relation TEXT NOT NULL REFERENCES relations(code),
  disclosure TEXT REFERENCES disclosures(code),
  mention TEXT,
  anonymity TEXT,
  rule TEXT NOT NULL,
  detail TEXT,
  PRIMARY KEY (statement, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_sources_source ON statement_sources (source);
CREATE INDEX statement_sources_relation ON statement_sources (relation);
CREATE INDEX statement_sources_disclosure ON statement_sources (disclosure);

-- Attribution chains. Who passed each statement on, outermost first: the publisher, the agency or medium it has it from, the party that put it forward. The last link is the origin of the statement.
CREATE TABLE attribution_chain (
  statement INTEGER NOT NULL REFERENCES statements(pk),
  number INTEGER NOT NULL,
  position INTEGER NOT NULL,
  source TEXT NOT NULL REFERENCES sources(id),
  mention TEXT,
  rule TEXT NOT NULL,
  detail TEXT,
  PRIMARY KEY (statement, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX attribution_chain_source ON attribution_chain (source);
CREATE INDEX attribution_chain_rule ON attribution_chain (rule);

-- Sources. The parties that statements are credited to, known ones and anonymous ones. No rating here decides who is taken to have said what.
CREATE TABLE sources (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT,
  kind TEXT NOT NULL REFERENCES source_kinds(code),
  origin TEXT NOT NULL REFERENCES source_origins(code),
  country TEXT,
  wikidata TEXT,
  speaks_for TEXT REFERENCES sources(id),
  part_of TEXT REFERENCES sources(id),
  grouped_under TEXT REFERENCES sources(id),
  party_to_conflict TEXT NOT NULL REFERENCES party_to_conflict(code),
  reliability TEXT NOT NULL REFERENCES reliabilities(code),
  reliability_basis TEXT NOT NULL,
  rated_by TEXT,
  rated_on TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX sources_kind ON sources (kind);
CREATE INDEX sources_origin ON sources (origin);
CREATE INDEX sources_country ON sources (country);
CREATE INDEX sources_speaks_for ON sources (speaks_for);
CREATE INDEX sources_part_of ON sources (part_of);
CREATE INDEX sources_grouped_under ON sources (grouped_under);
CREATE INDEX sources_party_to_conflict ON sources (party_to_conflict);
CREATE INDEX sources_reliability ON sources (reliability);

-- Ratings of sources. Every reliability letter that somebody gave a source, with the reason: the latest one stands in the table sources, none is ever overwritten. Ratings never decide who is taken to have said what.
CREATE TABLE source_ratings (
  source TEXT NOT NULL REFERENCES sources(id),
  rated_on TEXT NOT NULL,
  rated_by TEXT NOT NULL,
  letter TEXT NOT NULL REFERENCES reliabilities(code),
  basis TEXT NOT NULL,
  PRIMARY KEY (source, rated_on, rated_by)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_ratings_rated_by ON source_ratings (rated_by);
CREATE INDEX source_ratings_letter ON source_ratings (letter);

-- Names of sources. The other names by which texts refer to a source.
CREATE TABLE aliases (
  source TEXT NOT NULL REFERENCES sources(id),
  name TEXT NOT NULL,
  PRIMARY KEY (source, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX aliases_name ON aliases (name);

-- Assessments. Places where a text says that some party confirms, denies, doubts or will not confirm something. The status of a statement is derived from these rows and nothing else.
CREATE TABLE assessments (
  pk INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents(pk),
  statement INTEGER REFERENCES statements(pk),
  source TEXT NOT NULL REFERENCES sources(id),
  verdict TEXT NOT NULL REFERENCES verdicts(code),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  exact TEXT,
  rule TEXT NOT NULL,
  detail TEXT,
  through INTEGER REFERENCES statements(pk)
) STRICT;
CREATE INDEX assessments_document ON assessments (document);
CREATE INDEX assessments_statement ON assessments (statement);
CREATE INDEX assessments_source ON assessments (source);
CREATE INDEX assessments_verdict ON assessments (verdict);
CREATE INDEX assessments_rule ON assessments (rule);
CREATE INDEX assessments_through ON assessments (through);

-- What decided each status. The assessments that gave each statement its status, and nothing else: a statement without rows here is claimed or asserted.
CREATE TABLE status_by (
  statement INTEGER NOT NULL REFERENCES statements(pk),
  assessment INTEGER NOT NULL REFERENCES assessments(pk),
  PRIMARY KEY (statement, assessment)
) STRICT, WITHOUT ROWID;
CREATE INDEX status_by_assessment ON status_by (assessment);

-- Judgements. Corrections by people, one row for each field of a statement, none ever overwritten. The other tables show the statement as the newest judgement says; old is what they said before. What somebody corrected never counts as support for a claim.
CREATE TABLE judgements (
  pk INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents(pk),
  statement INTEGER REFERENCES statements(pk),
  statement_id TEXT NOT NULL,
  spans TEXT NOT NULL,
  field TEXT NOT NULL REFERENCES judgement_fields(code),
  old TEXT,
  new TEXT,
  judged_by TEXT NOT NULL,
  judged_on TEXT NOT NULL,
  why TEXT
) STRICT;
CREATE INDEX judgements_document ON judgements (document);
CREATE INDEX judgements_statement ON judgements (statement);
CREATE INDEX judgements_statement_id ON judgements (statement_id);
CREATE INDEX judgements_field ON judgements (field);
CREATE INDEX judgements_judged_by ON judgements (judged_by);

-- Numbers. Every number in a statement: how many or how much of what, and how the text qualifies it. Dates are not among them.
CREATE TABLE quantities (
  statement INTEGER NOT NULL REFERENCES statements(pk),
  number INTEGER NOT NULL,
  value REAL,
  value_to REAL,
  qualifier TEXT NOT NULL REFERENCES qualifiers(code),
  unit TEXT,
  counted TEXT,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  exact TEXT,
  rule TEXT NOT NULL,
  detail TEXT,
  PRIMARY KEY (statement, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX quantities_value ON quantities (value);
CREATE INDEX quantities_qualifier ON quantities (qualifier);
CREATE INDEX quantities_unit ON quantities (unit);

-- Claims. What several statements have in common: the same proposition about the same thing, with every version kept side by side. Grouped by a machine; each member says why it belongs here.
CREATE TABLE claims (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  label TEXT,
  statement INTEGER NOT NULL REFERENCES statements(pk),
  event TEXT NOT NULL,
  statements INTEGER NOT NULL,
  documents INTEGER NOT NULL,
  origins INTEGER NOT NULL,
  unknown_origins INTEGER NOT NULL,
  agreeing INTEGER NOT NULL,
  versions INTEGER NOT NULL,
  status TEXT NOT NULL REFERENCES statuses(code),
  credibility TEXT NOT NULL REFERENCES credibilities(code),
  basis TEXT NOT NULL
) STRICT;
CREATE INDEX claims_statement ON claims (statement);
CREATE INDEX claims_event ON claims (event);
CREATE INDEX claims_status ON claims (status);
CREATE INDEX claims_credibility ON claims (credibility);
CREATE VIRTUAL TABLE claims_fts USING FTS5 (label, spellings, stems, content='', tokenize='unicode61 remove_diacritics 2');

-- Statements of claims. Which statements belong to which claim, the figure each gives, what it goes back to, and why it belongs there. A statement belongs to one claim at most.
CREATE TABLE claim_statements (
  statement INTEGER PRIMARY KEY REFERENCES statements(pk),
  claim INTEGER NOT NULL REFERENCES claims(pk),
  polarity TEXT NOT NULL REFERENCES polarities(code),
  value REAL,
  value_to REAL,
  qualifier TEXT REFERENCES qualifiers(code),
  origin TEXT REFERENCES sources(id),
  counts INTEGER NOT NULL,
  rule TEXT NOT NULL,
  reason TEXT
) STRICT;
CREATE INDEX claim_statements_claim ON claim_statements (claim);
CREATE INDEX claim_statements_polarity ON claim_statements (polarity);
CREATE INDEX claim_statements_qualifier ON claim_statements (qualifier);
CREATE INDEX claim_statements_origin ON claim_statements (origin);

-- Origins of claims. The sources at the end of the chains of each claim, and whether they are independent of the others. Ten articles that quote one service are one origin.
CREATE TABLE claim_origins (
  claim INTEGER NOT NULL REFERENCES claims(pk),
  source TEXT NOT NULL REFERENCES sources(id),
  independence TEXT NOT NULL REFERENCES independences(code),
  statements INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (claim, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_origins_source ON claim_origins (source);
CREATE INDEX claim_origins_independence ON claim_origins (independence);

-- Copies. Documents whose text is nearly that of another, such as one agency report in two outlets. All copies of a text count as one.
CREATE TABLE copies (
  document INTEGER PRIMARY KEY REFERENCES documents(pk),
  original INTEGER NOT NULL REFERENCES documents(pk),
  similarity INTEGER NOT NULL
) STRICT;
CREATE INDEX copies_original ON copies (original);

-- Issues. What was seen and left out, so that nobody has to guess why a row is missing.
CREATE TABLE issues (
  pk INTEGER PRIMARY KEY,
  document INTEGER REFERENCES documents(pk),
  stage TEXT NOT NULL,
  kind TEXT NOT NULL,
  message TEXT NOT NULL,
  start INTEGER,
  "end" INTEGER
) STRICT;
CREATE INDEX issues_document ON issues (document);
CREATE INDEX issues_stage ON issues (stage);
CREATE INDEX issues_kind ON issues (kind);

-- Superseded ids. Ids of statements that an earlier annotation of the same document gave, and the statements that took their place, so that a citation still leads somewhere.
CREATE TABLE superseded (
  id TEXT PRIMARY KEY NOT NULL,
  document INTEGER NOT NULL REFERENCES documents(pk),
  statement INTEGER REFERENCES statements(pk)
) STRICT, WITHOUT ROWID;
CREATE INDEX superseded_document ON superseded (document);
CREATE INDEX superseded_statement ON superseded (statement);

-- The names of parties, to search.
CREATE VIRTUAL TABLE sources_fts USING FTS5 (id UNINDEXED, names, spellings, stems, tokenize='unicode61 remove_diacritics 2');

-- Counts made beforehand, for the site.
CREATE TABLE statements_cube (cell INTEGER PRIMARY KEY, status TEXT, type TEXT, disclosure TEXT, marker TEXT, medium TEXT, certainty TEXT, polarity TEXT, distance TEXT, status_in_document TEXT, statements INTEGER NOT NULL) STRICT;
CREATE TABLE statement_cells (cell INTEGER NOT NULL, statement INTEGER NOT NULL, PRIMARY KEY (cell, statement)) STRICT, WITHOUT ROWID;
CREATE TABLE statements_top (facet TEXT NOT NULL, filters TEXT NOT NULL, position INTEGER NOT NULL, value ANY, statements INTEGER NOT NULL, PRIMARY KEY (facet, filters, position)) STRICT, WITHOUT ROWID;
CREATE TABLE source_months (source TEXT NOT NULL, relation TEXT NOT NULL, month TEXT NOT NULL, status TEXT NOT NULL, statements INTEGER NOT NULL, PRIMARY KEY (source, relation, month, status)) STRICT, WITHOUT ROWID;
CREATE TABLE source_totals (source TEXT NOT NULL PRIMARY KEY, statements INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE stands_between ("by" TEXT NOT NULL, about TEXT NOT NULL, verdict TEXT NOT NULL, stands INTEGER NOT NULL, PRIMARY KEY ("by", about, verdict)) STRICT, WITHOUT ROWID;
CREATE TABLE statement_dates (date TEXT NOT NULL, statement INTEGER NOT NULL, PRIMARY KEY (date, statement)) STRICT, WITHOUT ROWID;
CREATE TABLE document_counts (document INTEGER NOT NULL, status TEXT NOT NULL, disclosure TEXT NOT NULL, statements INTEGER NOT NULL, PRIMARY KEY (document, status, disclosure)) STRICT, WITHOUT ROWID;
CREATE TABLE country_counts (country TEXT NOT NULL, status TEXT NOT NULL, statements INTEGER NOT NULL, PRIMARY KEY (country, status)) STRICT, WITHOUT ROWID;
CREATE INDEX source_totals_statements ON source_totals (statements);
CREATE INDEX stands_between_about ON stands_between (about);
CREATE INDEX stands_between_stands ON stands_between (stands);

-- Groups of anonymous parties. Anonymous parties gathered by kind, country and institution, with the words used for them, how many statements they make in how many documents, and how often a text says why they stay anonymous.
CREATE VIEW anonymous_groups AS
SELECT
  g.id AS source,
  g.name,
  g.kind,
  g.country,
  i.name AS institution,
  group_concat(DISTINCT p.name) AS wordings,
  count(DISTINCT s.pk) AS statements,
  count(DISTINCT s.document) AS documents,
  count(DISTINCT s.pk) FILTER (WHERE l.anonymity IS NOT NULL) AS explained
FROM sources p
JOIN sources g ON g.id = p.grouped_under
LEFT JOIN sources i ON i.id = g.part_of
JOIN statement_sources l ON l.source = p.id AND l.relation = 'states'
JOIN statements s ON s.pk = l.statement
GROUP BY g.id
ORDER BY statements DESC, g.id;

-- Who says what. Every statement with every party that is credited with it; what a publisher says in its own words is left out.
CREATE VIEW attributed AS
SELECT
  s.id AS statement,
  p.name AS source,
  p.kind AS source_kind,
  l.disclosure,
  s.exact,
  s.context,
  s.type,
  s.marker,
  s.status,
  (SELECT group_concat(name, ', ') FROM (
    SELECT DISTINCT b.name FROM status_by x JOIN assessments a ON a.pk = x.assessment JOIN sources b ON b.id = a.source
    WHERE x.statement = s.pk AND a.verdict IN ('denies', 'doubts') ORDER BY a.pk
  )) AS disputed_by,
  d.label AS document,
  d.published
FROM statements s
JOIN documents d ON d.pk = s.document
JOIN statement_sources l ON l.statement = s.pk AND l.relation = 'states'
JOIN sources p ON p.id = l.source
WHERE s.type <> 'author' OR p.kind = 'hearsay'
ORDER BY s.pk, l.number;

-- Parties and what they say. One row for each party that is quoted or reported (what outlets say in their own words is left out), with how many statements it makes itself or through somebody who speaks for it, and how they stand. Many statements are no sign of reliability.
CREATE VIEW by_source AS
SELECT
  p.id AS source,
  p.name,
  p.kind,
  p.country,
  count(*) FILTER (WHERE l.relation = 'states') AS statements,
  count(*) FILTER (WHERE l.relation = 'speaks_for') AS spoken_for,
  count(DISTINCT s.document) FILTER (WHERE l.relation = 'states') AS documents,
  count(*) FILTER (WHERE l.relation = 'states' AND s.status = 'confirmed') AS confirmed,
  count(*) FILTER (WHERE l.relation = 'states' AND s.status = 'contested') AS contested,
  count(*) FILTER (WHERE l.relation = 'states' AND s.status = 'disputed') AS disputed,
  count(*) FILTER (WHERE l.relation = 'states' AND s.status = 'unconfirmed') AS unconfirmed
FROM (SELECT DISTINCT source, relation, statement FROM statement_sources) l
JOIN sources p ON p.id = l.source
JOIN statements s ON s.pk = l.statement
WHERE s.type <> 'author' AND p.kind <> 'hearsay'
GROUP BY p.id
ORDER BY statements DESC, spoken_for DESC, p.id;

-- Who has it from whom. The chain of each statement that came through somebody else than its publisher and its source: publisher, agency or medium, party.
CREATE VIEW chains AS
SELECT
  s.id AS statement,
  group_concat(p.name, ' ← ') AS chain,
  o.name AS origin,
  s.exact,
  d.label AS document
FROM (SELECT * FROM attribution_chain ORDER BY statement, number) c
JOIN statements s ON s.pk = c.statement
JOIN sources p ON p.id = c.source
JOIN documents d ON d.pk = s.document
LEFT JOIN sources o ON o.id = s.origin
GROUP BY s.pk
HAVING max(c.position) > 1
ORDER BY s.pk;

-- Changes of a version. Where one origin gives a claim differently from how it gave it before: another figure, or denial after assertion. In the order of the dates on which it was said, else published; dates that may be the same day (2024-10 and 2024-10-22) are not compared.
CREATE VIEW changes AS
WITH versions AS (
  SELECT
    m.claim, m.origin, m.value, m.value_to, m.qualifier, m.polarity, s.id, s.exact,
    coalesce(s.said_on, d.published) AS date
  FROM claim_statements m
  JOIN statements s ON s.pk = m.statement
  JOIN documents d ON d.pk = s.document
  JOIN sources p ON p.id = m.origin AND p.origin NOT IN ('hearsay', 'publisher')
  WHERE m.value IS NOT NULL OR m.polarity = 'negative'
), pairs AS (
  SELECT
    *,
    lag(value) OVER before AS earlier_value,
    lag(value_to) OVER before AS earlier_value_to,
    lag(qualifier) OVER before AS earlier_qualifier,
    lag(polarity) OVER before AS earlier_polarity,
    lag(id) OVER before AS earlier_id,
    lag(exact) OVER before AS earlier_exact,
    lag(date) OVER before AS earlier
  FROM versions
  WHERE date IS NOT NULL
  WINDOW before AS (PARTITION BY claim, origin ORDER BY date, id)
)
SELECT
  c.id AS claim,
  c.label,
  o.name AS origin,
  v.earlier,
  v.earlier_value,
  v.earlier_exact,
  v.date AS later,
  v.value AS later_value,
  v.exact AS later_exact,
  v.earlier_id AS earlier_statement,
  v.id AS later_statement
FROM pairs v
JOIN claims c ON c.pk = v.claim
JOIN sources o ON o.id = v.origin
WHERE v.earlier < v.date AND substr(v.date, 1, length(v.earlier)) <> v.earlier
  AND (v.value IS NOT v.earlier_value OR v.value_to IS NOT v.earlier_value_to OR v.polarity <> v.earlier_polarity)
ORDER BY c.pk, v.date, v.id;

-- Time line of claims. Who named which version of a claim when. Dates are those on which the source spoke, where the text tells, else those of the article; date_is says which. Undated ones come last.
CREATE VIEW claims_timeline AS
SELECT
  c.id AS claim,
  c.label,
  coalesce(s.said_on, d.published) AS date,
  CASE WHEN s.said_on IS NOT NULL THEN 'said' WHEN d.published IS NOT NULL THEN 'published' ELSE 'undated' END AS date_is,
  p.name AS source,
  o.name AS origin,
  m.value,
  m.value_to,
  m.qualifier,
  m.polarity,
  s.status,
  (SELECT group_concat(name, ', ') FROM (
    SELECT DISTINCT b.name FROM status_by x JOIN assessments a ON a.pk = x.assessment JOIN sources b ON b.id = a.source
    WHERE x.statement = s.pk AND a.verdict IN ('denies', 'doubts') ORDER BY a.pk
  )) AS disputed_by,
  s.exact,
  s.id AS statement,
  d.label AS document
FROM claim_statements m
JOIN claims c ON c.pk = m.claim
JOIN statements s ON s.pk = m.statement
JOIN documents d ON d.pk = s.document
LEFT JOIN sources p ON p.id = s.source
LEFT JOIN sources o ON o.id = m.origin
ORDER BY c.pk, date IS NULL, date, s.id;

-- Contested claims. Claims that some party denies or doubts, with everybody who backs them and everybody who does not.
CREATE VIEW contested_claims AS
SELECT
  c.id AS claim,
  c.label,
  c.status,
  c.credibility,
  c.statements,
  c.origins,
  (SELECT group_concat(name, ', ') FROM (
    SELECT DISTINCT b.name FROM claim_statements m JOIN assessments a ON a.statement = m.statement
    JOIN sources b ON b.id = a.source WHERE m.claim = c.pk AND a.verdict IN ('confirms', 'supports') ORDER BY b.name
  )) AS backed_by,
  (SELECT group_concat(name, ', ') FROM (
    SELECT DISTINCT b.name FROM claim_statements m JOIN assessments a ON a.statement = m.statement
    JOIN sources b ON b.id = a.source WHERE m.claim = c.pk AND a.verdict IN ('denies', 'doubts') ORDER BY b.name
  )) AS denied_by,
  c.basis
FROM claims c
WHERE c.status IN ('contested', 'disputed')
ORDER BY c.statements DESC, c.id;

-- Disputed statements. Statements that some party denies or doubts, one row each, the newest first: who disputes it, in which words and where, and who supports it. Only the stands that gave the statement its status are shown.
CREATE VIEW disputed AS
SELECT
  s.id AS statement,
  s.status,
  p.name AS source,
  s.exact,
  (SELECT group_concat(name, ', ') FROM (
    SELECT DISTINCT b.name FROM status_by x JOIN assessments a ON a.pk = x.assessment JOIN sources b ON b.id = a.source
    WHERE x.statement = s.pk AND a.verdict IN ('denies', 'doubts') ORDER BY a.pk
  )) AS disputed_by,
  (SELECT group_concat(exact, ' | ') FROM (
    SELECT DISTINCT a.exact FROM status_by x JOIN assessments a ON a.pk = x.assessment
    WHERE x.statement = s.pk AND a.verdict IN ('denies', 'doubts') ORDER BY a.pk
  )) AS evidence,
  (SELECT group_concat(label, ' | ') FROM (
    SELECT DISTINCT e.label FROM status_by x JOIN assessments a ON a.pk = x.assessment
    JOIN documents e ON e.pk = a.document WHERE x.statement = s.pk AND a.verdict IN ('denies', 'doubts') ORDER BY a.pk
  )) AS evidence_document,
  NOT EXISTS (
    SELECT 1 FROM status_by x JOIN assessments a ON a.pk = x.assessment
    WHERE x.statement = s.pk AND a.verdict IN ('denies', 'doubts') AND a.source NOT IN (
      SELECT source FROM statement_sources WHERE statement = s.pk AND relation = 'states')
  ) AS own_denial,
  (SELECT group_concat(name, ', ') FROM (
    SELECT DISTINCT b.name FROM status_by x JOIN assessments a ON a.pk = x.assessment JOIN sources b ON b.id = a.source
    WHERE x.statement = s.pk AND a.verdict IN ('confirms', 'supports') ORDER BY a.pk
  )) AS supported_by,
  d.label AS document,
  d.published,
  (SELECT json_group_array(json_object(
    'verdict', verdict, 'source', source, 'name', name, 'name_en', name_en, 'words', exact, 'document', id, 'label', label, 'own', own
  )) FROM (
    SELECT a.verdict, a.source, b.name, b.name_en, a.exact, e.id, e.label, a.source IN (
      SELECT source FROM statement_sources WHERE statement = s.pk AND relation = 'states') AS own
    FROM status_by x JOIN assessments a ON a.pk = x.assessment JOIN sources b ON b.id = a.source
    JOIN documents e ON e.pk = a.document
    WHERE x.statement = s.pk ORDER BY a.verdict IN ('confirms', 'supports'), a.pk
  )) AS stands
FROM statements s
JOIN documents d ON d.pk = s.document
LEFT JOIN sources p ON p.id = s.source
WHERE s.status IN ('disputed', 'contested')
ORDER BY d.published DESC, s.pk;

-- Claims with a single origin. Claims that several statements put forward and that still go back to one party at most: repeated, not corroborated. Hearsay and what outlets say in their own words are no origin.
CREATE VIEW single_origin_claims AS
SELECT
  c.id AS claim,
  c.label,
  c.statements,
  c.documents,
  (SELECT p.name FROM claim_origins o JOIN sources p ON p.id = o.source
   WHERE o.claim = c.pk AND o.independence <> 'none') AS origin,
  c.status,
  (SELECT group_concat(name, ', ') FROM (
    SELECT DISTINCT b.name FROM claim_statements m JOIN assessments a ON a.statement = m.statement
    JOIN sources b ON b.id = a.source WHERE m.claim = c.pk AND a.verdict IN ('denies', 'doubts') ORDER BY b.name
  )) AS disputed_by,
  c.basis
FROM claims c
WHERE c.origins + c.unknown_origins <= 1
ORDER BY c.documents DESC, c.statements DESC, c.id;

-- How sources are named. By which words each article refers to each party, how openly, how often, and by which rule they were taken for it. An institution is listed too where somebody speaks for it.
CREATE VIEW source_mentions AS
SELECT
  p.id AS source,
  p.name,
  d.label AS document,
  d.published,
  l.mention,
  l.relation,
  l.disclosure,
  l.anonymity,
  l.rule,
  count(*) AS times
FROM statement_sources l
JOIN sources p ON p.id = l.source
JOIN statements s ON s.pk = l.statement
JOIN documents d ON d.pk = s.document
WHERE s.type <> 'author' OR p.kind = 'hearsay'
GROUP BY p.id, d.pk, l.mention, l.relation, l.disclosure, l.anonymity, l.rule
ORDER BY p.id, d.pk, times DESC, l.mention;

-- Stands and what they are about. Every stand with each statement that it is about, one row each: the statement that it names, and every other version of that claim whose status it decided. All pages that count or show stands ask this view.
CREATE VIEW stands AS
SELECT statement, assessment, 1 AS decides FROM status_by
UNION ALL
SELECT a.statement, a.pk, 0 FROM assessments a
WHERE a.statement IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM status_by x WHERE x.statement = a.statement AND x.assessment = a.pk);

-- Track record of sources. What became of the statements of each party: how many others later confirmed, denied or would not confirm, and how many were withdrawn or changed by another version of a claim. Observable facts to stand beside the reliability letter, no judgement; a party that says little has a short record.
CREATE VIEW track_record AS
SELECT
  p.id AS source,
  p.name,
  p.kind,
  p.reliability,
  p.reliability_basis,
  count(*) AS statements,
  count(*) FILTER (WHERE s.status = 'confirmed') AS confirmed,
  count(*) FILTER (WHERE s.status = 'corroborated') AS corroborated,
  count(*) FILTER (WHERE s.status = 'contested') AS contested,
  count(*) FILTER (WHERE s.status = 'disputed') AS denied,
  count(*) FILTER (WHERE s.status = 'unconfirmed') AS unconfirmed,
  count(*) FILTER (WHERE EXISTS (
    SELECT 1 FROM assessments a
    WHERE a.statement = s.pk AND a.source = p.id AND a.verdict IN ('denies', 'doubts') AND s.polarity <> 'negative'
  )) AS withdrawn,
  count(*) FILTER (WHERE EXISTS (
    SELECT 1 FROM claim_statements c
    JOIN claim_statements o ON o.claim = c.claim AND o.statement <> c.statement
    JOIN statement_sources l2 ON l2.statement = o.statement AND l2.source = p.id AND l2.relation = 'states'
    WHERE c.statement = s.pk
  )) AS restated,
  '/attrib/statements?source=' || p.id AS rows
FROM (SELECT DISTINCT source, statement FROM statement_sources WHERE relation = 'states') l
JOIN sources p ON p.id = l.source
JOIN statements s ON s.pk = l.statement
WHERE s.type <> 'author' AND p.kind <> 'hearsay'
GROUP BY p.id
ORDER BY statements DESC, p.id;

-- Unconfirmed statements. Statements that some party would not confirm or sees no evidence for, and that nobody confirms or denies, one row each, the newest first, with the words that say so.
CREATE VIEW unconfirmed AS
SELECT
  s.id AS statement,
  p.name AS source,
  s.exact,
  (SELECT group_concat(name, ', ') FROM (
    SELECT DISTINCT b.name FROM status_by x JOIN assessments a ON a.pk = x.assessment JOIN sources b ON b.id = a.source
    WHERE x.statement = s.pk AND a.verdict IN ('withholds', 'no_evidence') ORDER BY a.pk
  )) AS unconfirmed_by,
  (SELECT group_concat(exact, ' | ') FROM (
    SELECT DISTINCT a.exact FROM status_by x JOIN assessments a ON a.pk = x.assessment
    WHERE x.statement = s.pk AND a.verdict IN ('withholds', 'no_evidence') ORDER BY a.pk
  )) AS evidence,
  (SELECT group_concat(label, ' | ') FROM (
    SELECT DISTINCT e.label FROM status_by x JOIN assessments a ON a.pk = x.assessment
    JOIN documents e ON e.pk = a.document WHERE x.statement = s.pk AND a.verdict IN ('withholds', 'no_evidence') ORDER BY a.pk
  )) AS evidence_document,
  d.label AS document,
  d.published,
  (SELECT json_group_array(json_object(
    'verdict', verdict, 'source', source, 'name', name, 'name_en', name_en, 'words', exact, 'document', id, 'label', label
  )) FROM (
    SELECT a.verdict, a.source, b.name, b.name_en, a.exact, e.id, e.label
    FROM status_by x JOIN assessments a ON a.pk = x.assessment JOIN sources b ON b.id = a.source
    JOIN documents e ON e.pk = a.document
    WHERE x.statement = s.pk ORDER BY a.verdict IN ('confirms', 'supports'), a.pk
  )) AS stands
FROM statements s
JOIN documents d ON d.pk = s.document
LEFT JOIN sources p ON p.id = s.source
WHERE s.status = 'unconfirmed'
ORDER BY d.published DESC, s.pk;

-- Anonymous statements. Statements whose source stays anonymous or is not a party at all (it is said that …), so that nobody can check them with it.
CREATE VIEW unnamed AS
SELECT
  s.id AS statement,
  p.name AS source,
  p.kind AS source_kind,
  l.disclosure,
  l.mention,
  s.exact,
  s.status,
  (SELECT group_concat(name, ', ') FROM (
    SELECT DISTINCT b.name FROM status_by x JOIN assessments a ON a.pk = x.assessment JOIN sources b ON b.id = a.source
    WHERE x.statement = s.pk AND a.verdict IN ('denies', 'doubts') ORDER BY a.pk
  )) AS disputed_by,
  d.label AS document
FROM statements s
JOIN documents d ON d.pk = s.document
JOIN statement_sources l ON l.statement = s.pk AND l.relation = 'states'
JOIN sources p ON p.id = l.source
WHERE l.disclosure IN ('unnamed', 'impersonal')
ORDER BY s.pk, l.number;

-- Unverified numbers. Every number that somebody is credited with and that no other party confirms or supports: what to check first. A number that is denied stands here too.
CREATE VIEW unverified_numbers AS
SELECT
  q.value,
  q.value_to,
  q.qualifier,
  q.unit,
  q.counted,
  p.name AS source,
  s.status,
  (SELECT group_concat(name, ', ') FROM (
    SELECT DISTINCT b.name FROM status_by x JOIN assessments a ON a.pk = x.assessment JOIN sources b ON b.id = a.source
    WHERE x.statement = s.pk AND a.verdict IN ('denies', 'doubts') ORDER BY a.pk
  )) AS disputed_by,
  s.exact,
  s.id AS statement,
  d.label AS document,
  d.published
FROM quantities q
JOIN statements s ON s.pk = q.statement
JOIN documents d ON d.pk = s.document
LEFT JOIN sources p ON p.id = s.source
WHERE s.level = 0 AND s.status IN ('claimed', 'unconfirmed', 'disputed')
ORDER BY s.pk, q.number;

-- Who confirms whom. On how many statements of each other party each party takes each stand, in the words of a text or by putting the same or the opposite forward itself. A stand on one version of a claim counts for each version whose status it decided, as in disputed. A party that confirms a statement of its own is left out.
CREATE VIEW who_confirms_whom AS
SELECT
  b.name AS by_whom,
  a.verdict,
  p.name AS whom,
  CASE WHEN a.through IS NULL THEN 'in_text' ELSE 'by_comparison' END AS found,
  count(DISTINCT s.pk) AS statements,
  count(DISTINCT a.document) AS documents,
  b.id AS by_id,
  p.id AS whom_id
FROM stands x
JOIN assessments a ON a.pk = x.assessment
JOIN sources b ON b.id = a.source
JOIN statements s ON s.pk = x.statement
JOIN statement_sources l ON l.statement = s.pk AND l.relation = 'states' AND l.source <> a.source
JOIN sources p ON p.id = l.source
GROUP BY b.id, a.verdict, p.id, found
ORDER BY statements DESC, b.name, a.verdict, p.name, found;
