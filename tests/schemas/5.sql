-- A working database of schema version 5 with the three articles of tests/articles.py and a claim.
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
) STRICT;
CREATE TABLE statement_types (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE markers (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE media (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE statuses (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE verdicts (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE polarities (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE certainties (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE distances (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE disclosures (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE relations (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE role_kinds (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE part_kinds (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE source_kinds (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE source_origins (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE reliabilities (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE party_to_conflict (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE qualifiers (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE precisions (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE credibilities (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE independences (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE judgement_fields (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE key_roles (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE rights (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_de TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
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
  digest TEXT NOT NULL,
  fingerprint TEXT
) STRICT;
CREATE TABLE parts (
  document INTEGER NOT NULL REFERENCES documents(pk),
  number INTEGER NOT NULL,
  kind TEXT NOT NULL REFERENCES part_kinds(code),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE rules (
  id TEXT PRIMARY KEY NOT NULL,
  marker TEXT REFERENCES markers(code),
  finds TEXT NOT NULL,
  language TEXT,
  example TEXT,
  example_statement TEXT,
  example_speaker TEXT
) STRICT, WITHOUT ROWID;
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
CREATE TABLE spans (
  statement INTEGER NOT NULL REFERENCES statements(pk),
  number INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  exact TEXT,
  PRIMARY KEY (statement, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE roles (
  statement INTEGER NOT NULL REFERENCES statements(pk),
  role TEXT NOT NULL REFERENCES role_kinds(code),
  number INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  exact TEXT,
  PRIMARY KEY (statement, role, number)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE source_ratings (
  source TEXT NOT NULL REFERENCES sources(id),
  rated_on TEXT NOT NULL,
  rated_by TEXT NOT NULL,
  letter TEXT NOT NULL REFERENCES reliabilities(code),
  basis TEXT NOT NULL,
  PRIMARY KEY (source, rated_on, rated_by)
) STRICT, WITHOUT ROWID;
CREATE TABLE aliases (
  source TEXT NOT NULL REFERENCES sources(id),
  name TEXT NOT NULL,
  PRIMARY KEY (source, name)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE status_by (
  statement INTEGER NOT NULL REFERENCES statements(pk),
  assessment INTEGER NOT NULL REFERENCES assessments(pk),
  PRIMARY KEY (statement, assessment)
) STRICT, WITHOUT ROWID;
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
  versions INTEGER NOT NULL,
  status TEXT NOT NULL REFERENCES statuses(code),
  credibility TEXT NOT NULL REFERENCES credibilities(code),
  basis TEXT NOT NULL
) STRICT;
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
CREATE TABLE claim_origins (
  claim INTEGER NOT NULL REFERENCES claims(pk),
  source TEXT NOT NULL REFERENCES sources(id),
  independence TEXT NOT NULL REFERENCES independences(code),
  statements INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (claim, source)
) STRICT, WITHOUT ROWID;
CREATE TABLE copies (
  document INTEGER PRIMARY KEY REFERENCES documents(pk),
  original INTEGER NOT NULL REFERENCES documents(pk),
  similarity INTEGER NOT NULL
) STRICT;
CREATE TABLE claim_keys (
  statement INTEGER NOT NULL REFERENCES statements(pk),
  role TEXT NOT NULL REFERENCES key_roles(code),
  key TEXT NOT NULL,
  PRIMARY KEY (statement, role, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE linking (
  version TEXT PRIMARY KEY NOT NULL,
  documents INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE issues (
  pk INTEGER PRIMARY KEY,
  document INTEGER REFERENCES documents(pk),
  path TEXT,
  stage TEXT NOT NULL,
  kind TEXT NOT NULL,
  message TEXT NOT NULL,
  start INTEGER,
  "end" INTEGER
) STRICT;
CREATE TABLE document_sources (
  document INTEGER NOT NULL REFERENCES documents(pk),
  number INTEGER NOT NULL,
  source TEXT NOT NULL REFERENCES sources(id),
  PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE analyses (
  document INTEGER PRIMARY KEY REFERENCES documents(pk),
  conllu TEXT NOT NULL
) STRICT;
CREATE TABLE runs (
  pk INTEGER PRIMARY KEY,
  version TEXT NOT NULL,
  started TEXT NOT NULL
) STRICT;
CREATE TABLE document_runs (
  document INTEGER PRIMARY KEY REFERENCES documents(pk),
  run INTEGER NOT NULL REFERENCES runs(pk)
) STRICT;
CREATE TABLE superseded (
  id TEXT PRIMARY KEY NOT NULL,
  document INTEGER NOT NULL REFERENCES documents(pk),
  statement INTEGER REFERENCES statements(pk)
) STRICT, WITHOUT ROWID;
INSERT INTO [_sqlite_migrations] VALUES (1, 'attrib', 'create_tables', '2026-11-30 20:55:36.517472+00:00');
INSERT INTO [statement_types] VALUES ('author', 'Author', 'Aussage des Mediums', 'Everything else in running text; nobody but the publisher vouches for it.', 5);
INSERT INTO [statement_types] VALUES ('direct', 'Direct', 'direkte Rede', 'The source''s words themselves, set off by quotation marks of any style; the marks belong to the statement.', 0);
INSERT INTO [statement_types] VALUES ('free_indirect', 'Free indirect', 'freie indirekte Rede', 'A clause with sollen or müssen (not as a future) without a frame that puts forward what an identifiable party of the context says or intends, not the author.', 3);
INSERT INTO [statement_types] VALUES ('indirect', 'Indirect', 'indirekte Rede', 'A paraphrase of the source with a frame that introduces it: a dass-clause, a verb-second clause, an infinitive, or a frame such as laut, nach, zufolge, so, wie X mitteilte. The frame is not part of the statement.', 1);
INSERT INTO [statement_types] VALUES ('indirect_free_indirect', 'Indirect/free indirect', 'berichtete Rede ohne Rahmen', 'A clause or sentence in the subjunctive without any frame; the subjunctive shows that somebody else speaks, and who it is follows from the context.', 2);
INSERT INTO [statement_types] VALUES ('reported', 'Reported', 'erzählte Rede', 'A summary of an act of speaking or judging that names the topic but not the proposition: demand, warn of, criticise, announce, deny, express concern.', 4);
INSERT INTO [markers] VALUES ('according_to', 'According to', 'laut, nach, zufolge', 'A prepositional frame names the source, such as laut, nach Angaben von, zufolge, gemäß, nach eigenen Angaben.', 2);
INSERT INTO [markers] VALUES ('adverb', 'Adverb', 'Adverb', 'An adverb or adjective such as angeblich marks hearsay.', 13);
INSERT INTO [markers] VALUES ('anaphoric_adverb', 'Anaphoric adverb', 'demnach, wonach', 'Demnach, danach or wonach points back to a source named before; the word is cue and speaker at once.', 4);
INSERT INTO [markers] VALUES ('claiming_modal', 'Claiming modal', 'behauptendes wollen', 'Wollen with an infinitive perfect reports what its own subject claims; subject, wollen and infinitive are the frame, and the publisher keeps its distance.', 6);
INSERT INTO [markers] VALUES ('comparative_clause', 'Comparative clause', 'wie-Satz', 'A clause with wie names the act of speaking and the source.', 3);
INSERT INTO [markers] VALUES ('complement_clause', 'Complement clause', 'Objektsatz', 'A clause with dass, ob or a question word, or an infinitive, depends on a verb or noun of reporting.', 8);
INSERT INTO [markers] VALUES ('impersonal', 'Impersonal', 'es heißt', 'An impersonal frame such as es hieß or es heißt, with or without a party behind it in the context.', 5);
INSERT INTO [markers] VALUES ('none', 'None', 'keiner', 'Nothing points to another speaker; always of type author.', 14);
INSERT INTO [markers] VALUES ('parenthetical', 'Parenthetical', 'Einschub', 'The frame is inserted or stands behind, such as „…, sagte X, …“ or „so X“.', 7);
INSERT INTO [markers] VALUES ('quotation_marks', 'Quotation marks', 'Anführungszeichen', 'The words stand in quotation marks.', 1);
INSERT INTO [markers] VALUES ('reportative_modal', 'Reportative modal', 'sollen', 'Sollen with an infinitive marks hearsay.', 10);
INSERT INTO [markers] VALUES ('speaker_label', 'Speaker label', 'Sprecherangabe', 'The layout alone names the speaker: a label before the words, an answer in an interview, a signature below a quotation.', 0);
INSERT INTO [markers] VALUES ('speech_act', 'Speech act', 'Sprechakt', 'A verb or noun names the act of speaking and its topic without a proposition; always of type reported.', 12);
INSERT INTO [markers] VALUES ('subjunctive', 'Subjunctive', 'Konjunktiv', 'Konjunktiv I, or Konjunktiv II in its place, alone shows that somebody else speaks; there is no frame.', 11);
INSERT INTO [markers] VALUES ('verb_second', 'Verb-second clause', 'Verbzweitsatz', 'A clause without conjunction and with the verb in second place depends on a verb of reporting.', 9);
INSERT INTO [media] VALUES ('speech', 'Speech', 'gesprochen', 'The source said it aloud.', 0);
INSERT INTO [media] VALUES ('speech_thought', 'Speech or thought', 'gesprochen oder gedacht', 'The wording leaves open whether it was said or thought.', 4);
INSERT INTO [media] VALUES ('speech_writing', 'Speech or writing', 'gesprochen oder geschrieben', 'The wording leaves open whether it was said or written; usual with mitteilen, erklären, bekannt geben.', 3);
INSERT INTO [media] VALUES ('thought', 'Thought', 'gedacht', 'The source thinks, believes or expects it.', 2);
INSERT INTO [media] VALUES ('thought_writing', 'Thought or writing', 'gedacht oder geschrieben', 'The wording leaves open whether it was thought or written.', 5);
INSERT INTO [media] VALUES ('unknown', 'Unknown', 'unbekannt', 'Nothing in the text says how it was put forward.', 6);
INSERT INTO [media] VALUES ('writing', 'Writing', 'geschrieben', 'The source wrote or published it.', 1);
INSERT INTO [statuses] VALUES ('asserted', 'Asserted', 'vom Medium behauptet', 'The publisher itself vouches for it, without a mark of hearsay.', 6);
INSERT INTO [statuses] VALUES ('claimed', 'Claimed', 'behauptet', 'It is credited to a source or marked as hearsay, and nothing else is known.', 5);
INSERT INTO [statuses] VALUES ('confirmed', 'Confirmed', 'bestätigt', 'At least one party confirms what somebody else had put forward, or the text itself calls it confirmed.', 2);
INSERT INTO [statuses] VALUES ('contested', 'Contested', 'bestätigt und bestritten', 'At least one party confirms or supports it and at least one other party denies or doubts it.', 0);
INSERT INTO [statuses] VALUES ('corroborated', 'Corroborated', 'mehrfach belegt', 'At least two independent origins put the same thing forward, and nobody takes a stand against it.', 4);
INSERT INTO [statuses] VALUES ('disputed', 'Disputed', 'bestritten', 'At least one party denies or doubts it, and nobody confirms it.', 1);
INSERT INTO [statuses] VALUES ('unconfirmed', 'Unconfirmed', 'unbestätigt', 'At least one party withholds confirmation or sees no evidence, and nobody takes a firmer stand.', 3);
INSERT INTO [verdicts] VALUES ('confirms', 'Confirms', 'bestätigt', 'The party says that it is so, that it has proof of it, or admits it.', 0);
INSERT INTO [verdicts] VALUES ('denies', 'Denies', 'bestreitet', 'The party says that it is not so.', 2);
INSERT INTO [verdicts] VALUES ('doubts', 'Doubts', 'bezweifelt', 'The party thinks it unlikely or is sceptical.', 3);
INSERT INTO [verdicts] VALUES ('no_evidence', 'No evidence', 'keine Belege', 'The party says that there is no evidence or that it cannot be checked.', 5);
INSERT INTO [verdicts] VALUES ('supports', 'Supports', 'stützt', 'The party independently puts the same thing forward; found by comparing statements, never in one sentence.', 1);
INSERT INTO [verdicts] VALUES ('withholds', 'Withholds', 'bestätigt nicht', 'The party declines to confirm or to comment.', 4);
INSERT INTO [polarities] VALUES ('negative', 'Negative', 'verneinend', 'The source puts forward that the proposition is not so, by a negation or by a verb of denying or doubting.', 1);
INSERT INTO [polarities] VALUES ('positive', 'Positive', 'bejahend', 'The source puts the proposition forward as being so.', 0);
INSERT INTO [polarities] VALUES ('underspecified', 'Underspecified', 'offen', 'There is no proposition to affirm or deny, as in a question or a reported statement.', 2);
INSERT INTO [certainties] VALUES ('certain', 'Certain', 'gewiss', 'The source leaves no room for doubt; the value of a plain assertion.', 0);
INSERT INTO [certainties] VALUES ('possible', 'Possible', 'möglich', 'The source thinks it possible, such as könnte, möglicherweise, vielleicht, nicht ausschließen.', 2);
INSERT INTO [certainties] VALUES ('probable', 'Probable', 'wahrscheinlich', 'The source thinks it likely, such as wahrscheinlich, dürfte, schätzen, rechnen mit, davon ausgehen.', 1);
INSERT INTO [certainties] VALUES ('underspecified', 'Underspecified', 'offen', 'There is no proposition to commit to, or the wording does not say how firmly the source does.', 3);
INSERT INTO [distances] VALUES ('distanced', 'Distanced', 'distanziert', 'The publisher casts doubt on it, such as angeblich, vermeintlich, sogenannt, will herausgefunden haben.', 2);
INSERT INTO [distances] VALUES ('inferred', 'Inferred', 'erschlossen', 'The publisher marks it as its own conclusion, such as offenbar, wohl, anscheinend, dürfte.', 1);
INSERT INTO [distances] VALUES ('neutral', 'Neutral', 'neutral', 'The publisher passes it on without comment; so do soll and the subjunctive by themselves.', 0);
INSERT INTO [disclosures] VALUES ('impersonal', 'Impersonal', 'unpersönlich', 'The wording gives no party at all; the context may still resolve it.', 3);
INSERT INTO [disclosures] VALUES ('named', 'Named', 'benannt', 'The text names the person or the institution; an institution counts as a name.', 0);
INSERT INTO [disclosures] VALUES ('role', 'Role', 'Funktion', 'The text gives function and institution, but not the name of the person who speaks.', 1);
INSERT INTO [disclosures] VALUES ('unnamed', 'Unnamed', 'ungenannt', 'The text keeps the source anonymous or gives a group that nobody can check.', 2);
INSERT INTO [relations] VALUES ('speaks_for', 'Speaks for', 'spricht für', 'The institution for which the person who puts the statement forward speaks.', 1);
INSERT INTO [relations] VALUES ('states', 'States', 'sagt', 'The source itself puts the statement forward.', 0);
INSERT INTO [role_kinds] VALUES ('addressee', 'Addressee', 'Adressat', 'The mention of the party to whom the statement is made.', 3);
INSERT INTO [role_kinds] VALUES ('cue', 'Cue', 'Hinweiswort', 'The word or words that signal the attribution, verb prefix included.', 0);
INSERT INTO [role_kinds] VALUES ('frame', 'Frame', 'Rahmen', 'Everything in the sentence that introduces the statement, cue and speaker included.', 1);
INSERT INTO [role_kinds] VALUES ('speaker', 'Speaker', 'Sprecher', 'The mention of the source, as long as the noun phrase with its appositions but without relative clauses.', 2);
INSERT INTO [part_kinds] VALUES ('answer', 'Answer', 'Antwort', 'The answer of an interview or of a list of questions and answers.', 5);
INSERT INTO [part_kinds] VALUES ('boilerplate', 'Boilerplate', 'Beiwerk', 'Text of the page that is not part of the article, such as notes on updates or links; it has no statements.', 8);
INSERT INTO [part_kinds] VALUES ('dateline', 'Dateline', 'Ortsmarke', 'Where, when and through whom a report comes, before its first sentence; part of no statement, read for the chain.', 1);
INSERT INTO [part_kinds] VALUES ('foreign', 'Foreign', 'Fremdsprachig', 'A part in a language other than the document''s; it is kept as text and has no statements.', 9);
INSERT INTO [part_kinds] VALUES ('heading', 'Heading', 'Überschrift', 'A headline or subheading; its statements are author statements.', 0);
INSERT INTO [part_kinds] VALUES ('list_item', 'List item', 'Listenpunkt', 'One item of a list.', 3);
INSERT INTO [part_kinds] VALUES ('paragraph', 'Paragraph', 'Absatz', 'A paragraph of running text.', 2);
INSERT INTO [part_kinds] VALUES ('question', 'Question', 'Frage', 'The question of an interview or of a list of questions and answers.', 4);
INSERT INTO [part_kinds] VALUES ('signature', 'Signature', 'Kürzel', 'What stands behind the last sentence of a paragraph, or alone on a line, and is no sentence, such as who wrote it or whose picture it is; part of no statement, read for the chain.', 7);
INSERT INTO [part_kinds] VALUES ('table', 'Table', 'Tabelle', 'Rows of cells; they are no running text, but what a cell credits to somebody is a statement.', 6);
INSERT INTO [source_kinds] VALUES ('academic', 'Academic institution', 'wissenschaftliche Einrichtung', 'A university or research institute.', 13);
INSERT INTO [source_kinds] VALUES ('company', 'Company', 'Unternehmen', 'A business.', 11);
INSERT INTO [source_kinds] VALUES ('court', 'Court or prosecution', 'Justiz', 'A court or a public prosecutor''s office.', 15);
INSERT INTO [source_kinds] VALUES ('document', 'Document', 'Dokument', 'A report, study, law or letter that the text lets speak and whose maker it does not name.', 19);
INSERT INTO [source_kinds] VALUES ('expert', 'Expert', 'Fachleute', 'A person or group that speaks from professional knowledge.', 14);
INSERT INTO [source_kinds] VALUES ('government', 'Government', 'Regierung', 'A government as a whole, or the office of its head or of the head of state.', 2);
INSERT INTO [source_kinds] VALUES ('head_of_state', 'Head of state', 'Staatsoberhaupt', 'A person who speaks as head of state.', 4);
INSERT INTO [source_kinds] VALUES ('hearsay', 'Hearsay', 'Hörensagen', 'Nobody identifiable.', 20);
INSERT INTO [source_kinds] VALUES ('intelligence_service', 'Intelligence service', 'Geheimdienst', 'A civil or military service that gathers intelligence.', 0);
INSERT INTO [source_kinds] VALUES ('international_organisation', 'International organisation', 'internationale Organisation', 'An organisation of states, or one of its bodies.', 8);
INSERT INTO [source_kinds] VALUES ('legislature', 'Legislature', 'Parlament', 'A parliament, its chambers, committees and members.', 6);
INSERT INTO [source_kinds] VALUES ('media', 'Media', 'Medium', 'A newspaper, broadcaster, website or blog that the text quotes.', 10);
INSERT INTO [source_kinds] VALUES ('military', 'Military', 'Militär', 'Armed forces, their staffs and units.', 1);
INSERT INTO [source_kinds] VALUES ('ministry', 'Ministry', 'Ministerium', 'A ministry or department of a government.', 3);
INSERT INTO [source_kinds] VALUES ('news_agency', 'News agency', 'Nachrichtenagentur', 'An agency that supplies news to other media.', 9);
INSERT INTO [source_kinds] VALUES ('ngo', 'Non-governmental organisation', 'Nichtregierungsorganisation', 'An association, charity, think tank or other organisation outside the state that is not a business.', 12);
INSERT INTO [source_kinds] VALUES ('official', 'Official', 'Amtsträger', 'A person who speaks in an office or for an institution, such as a minister, service chief or spokesperson.', 5);
INSERT INTO [source_kinds] VALUES ('other', 'Other', 'andere', 'A party of none of these kinds, such as a group of states.', 22);
INSERT INTO [source_kinds] VALUES ('party', 'Political party', 'Partei', 'A political party or its parliamentary group.', 7);
INSERT INTO [source_kinds] VALUES ('person', 'Person', 'Person', 'Any other person.', 18);
INSERT INTO [source_kinds] VALUES ('police', 'Police', 'Polizei', 'A police force.', 16);
INSERT INTO [source_kinds] VALUES ('publisher', 'Publisher', 'Herausgeber', 'The outlet that published the article itself.', 21);
INSERT INTO [source_kinds] VALUES ('witness', 'Witness', 'Augenzeuge', 'A person or group that speaks of what they themselves saw or lived through.', 17);
INSERT INTO [source_origins] VALUES ('discovered', 'Discovered', 'im Text gefunden', 'It was named in a text and is not in the registry.', 1);
INSERT INTO [source_origins] VALUES ('hearsay', 'Hearsay', 'Hörensagen', 'Nobody identifiable stands behind the statement.', 3);
INSERT INTO [source_origins] VALUES ('publisher', 'Publisher', 'Medium', 'The outlet that published the article.', 4);
INSERT INTO [source_origins] VALUES ('registry', 'Registry', 'Register', 'It is listed in the registry of sources.', 0);
INSERT INTO [source_origins] VALUES ('unnamed', 'Unnamed', 'ungenannt', 'A text spoke of it without a name; a row of its own per document and wording.', 2);
INSERT INTO [reliabilities] VALUES ('a', 'Completely reliable', 'zuverlässig', 'Whoever rated the source found no reason to doubt it.', 0);
INSERT INTO [reliabilities] VALUES ('b', 'Usually reliable', 'gewöhnlich zuverlässig', 'Whoever rated the source found little reason to doubt it.', 1);
INSERT INTO [reliabilities] VALUES ('c', 'Fairly reliable', 'ziemlich zuverlässig', 'Whoever rated the source found some reason to doubt it, though it was right before.', 2);
INSERT INTO [reliabilities] VALUES ('d', 'Not usually reliable', 'gewöhnlich nicht zuverlässig', 'Whoever rated the source found much reason to doubt it, though it was right at times.', 3);
INSERT INTO [reliabilities] VALUES ('e', 'Unreliable', 'unzuverlässig', 'Whoever rated the source found that it had been wrong before and lacks what would make it credible.', 4);
INSERT INTO [reliabilities] VALUES ('f', 'Cannot be judged', 'nicht beurteilbar', 'Nobody has rated the source, or there is not enough to rate it by. Not a low grade.', 5);
INSERT INTO [party_to_conflict] VALUES ('no', 'No', 'Nein', 'The source does not belong to a side that fights in the conflict.', 1);
INSERT INTO [party_to_conflict] VALUES ('unknown', 'Unknown', 'unbekannt', 'Nobody has recorded it, or it is itself disputed.', 2);
INSERT INTO [party_to_conflict] VALUES ('yes', 'Yes', 'Ja', 'The source is, belongs to or speaks for a side whose forces fight in the conflict.', 0);
INSERT INTO [qualifiers] VALUES ('about', 'About', 'etwa', 'The figure is rounded or estimated.', 1);
INSERT INTO [qualifiers] VALUES ('at_least', 'At least', 'mindestens', 'The figure is the smallest possible.', 2);
INSERT INTO [qualifiers] VALUES ('at_most', 'At most', 'höchstens', 'The figure is the largest possible.', 3);
INSERT INTO [qualifiers] VALUES ('between', 'Between', 'zwischen', 'The number lies between two figures.', 6);
INSERT INTO [qualifiers] VALUES ('exact', 'Exactly', 'genau', 'The figure stands without any qualification.', 0);
INSERT INTO [qualifiers] VALUES ('less_than', 'Less than', 'weniger als', 'The number lies below the figure.', 5);
INSERT INTO [qualifiers] VALUES ('more_than', 'More than', 'mehr als', 'The number lies above the figure.', 4);
INSERT INTO [qualifiers] VALUES ('several', 'Several times', 'mehrere', 'The number is a multiple of the figure that the text leaves open.', 7);
INSERT INTO [precisions] VALUES ('day', 'Day', 'Tag', 'The day is known.', 0);
INSERT INTO [precisions] VALUES ('month', 'Month', 'Monat', 'The month is known, or a part of it.', 2);
INSERT INTO [precisions] VALUES ('week', 'Week', 'Woche', 'The week is known; the date gives its month.', 1);
INSERT INTO [precisions] VALUES ('year', 'Year', 'Jahr', 'Only the year is known.', 3);
INSERT INTO [credibilities] VALUES ('1', 'Confirmed by other sources', 'durch andere Quellen bestätigt', 'At least two independent origins put it forward, some party confirms it, and nobody denies or doubts it.', 0);
INSERT INTO [credibilities] VALUES ('2', 'Probably true', 'wahrscheinlich wahr', 'At least two independent origins put it forward, and nobody denies or doubts it.', 1);
INSERT INTO [credibilities] VALUES ('3', 'Possibly true', 'möglicherweise wahr', 'Some party confirms it or at least two independent origins put it forward, but others deny or doubt it, or there is no second independent origin.', 2);
INSERT INTO [credibilities] VALUES ('4', 'Doubtful', 'zweifelhaft', 'Some party denies or doubts it, and neither a second independent origin nor a confirmation stands against that.', 3);
INSERT INTO [credibilities] VALUES ('5', 'Improbable', 'unwahrscheinlich', 'At least two independent origins deny or doubt it, and neither a second independent origin nor a confirmation stands against that.', 4);
INSERT INTO [credibilities] VALUES ('6', 'Cannot be judged', 'nicht beurteilbar', 'There is not enough to judge by. Not a low grade.', 5);
INSERT INTO [independences] VALUES ('independent', 'Independent', 'unabhängig', 'A named party that no other origin of the claim speaks for or belongs to.', 0);
INSERT INTO [independences] VALUES ('none', 'Not an origin', 'kein Ursprung', 'Hearsay or the publisher''s own words, which support nothing.', 2);
INSERT INTO [independences] VALUES ('unknown', 'Unknown', 'unbekannt', 'Nobody can say, because the party is anonymous or could not be made out.', 1);
INSERT INTO [judgement_fields] VALUES ('addressee', 'Addressee', 'Adressat', 'The words that name the party spoken to.', 13);
INSERT INTO [judgement_fields] VALUES ('certainty', 'Certainty', 'Gewissheit', 'How firmly the source commits to it, as worded.', 6);
INSERT INTO [judgement_fields] VALUES ('cue', 'Cue', 'Hinweiswort', 'The words that signal the attribution.', 10);
INSERT INTO [judgement_fields] VALUES ('disclosure', 'Disclosure', 'Offenlegung', 'How openly the text lets us know who the source is.', 8);
INSERT INTO [judgement_fields] VALUES ('distance', 'Distance', 'Distanz', 'Whether the publisher steps back from it.', 7);
INSERT INTO [judgement_fields] VALUES ('exists', 'Is a statement', 'ist eine Aussage', 'Whether there is a statement at all; yes where somebody added one, no where somebody rejected it.', 0);
INSERT INTO [judgement_fields] VALUES ('frame', 'Frame', 'Rahmen', 'The words that introduce the statement, cue and speaker included.', 11);
INSERT INTO [judgement_fields] VALUES ('marker', 'Marker', 'Merkmal', 'The linguistic device that tells us that somebody else is speaking.', 4);
INSERT INTO [judgement_fields] VALUES ('medium', 'Medium', 'Medium', 'How the source put it forward.', 3);
INSERT INTO [judgement_fields] VALUES ('polarity', 'Polarity', 'Polarität', 'Whether the source asserts that it is so or that it is not so.', 5);
INSERT INTO [judgement_fields] VALUES ('sources', 'Sources', 'Quellen', 'The parties that state it.', 9);
INSERT INTO [judgement_fields] VALUES ('spans', 'Place', 'Stelle', 'The stretches of the text that the statement covers.', 1);
INSERT INTO [judgement_fields] VALUES ('speaker', 'Speaker', 'Sprecher', 'The words that name the speaker.', 12);
INSERT INTO [judgement_fields] VALUES ('type', 'Type', 'Form', 'The form of the statement.', 2);
INSERT INTO [key_roles] VALUES ('counted', 'Counted', 'Gezähltes', 'What a number in the statement counts.', 4);
INSERT INTO [key_roles] VALUES ('event', 'Event', 'Ereignis', 'What happens, as a class of words or the stem of a verb.', 0);
INSERT INTO [key_roles] VALUES ('named', 'Named beside', 'Daneben genannt', 'A party or place that the sentence names beside what it puts forward; it tells what the article is about.', 5);
INSERT INTO [key_roles] VALUES ('participant', 'Participant', 'Beteiligter', 'A party, country or force that takes part.', 1);
INSERT INTO [key_roles] VALUES ('place', 'Place', 'Ort', 'A country or place where it happens.', 2);
INSERT INTO [key_roles] VALUES ('topic', 'Topic', 'Thema', 'Any other noun of the clause.', 3);
INSERT INTO [rights] VALUES ('context', 'Context', 'Kontext', 'Only the statements with the sentences that hold them may be shown.', 1);
INSERT INTO [rights] VALUES ('full', 'Full text', 'Volltext', 'The whole text may be shown.', 0);
INSERT INTO [rights] VALUES ('none', 'None', 'kein Text', 'No text may be shown, only what was found in it.', 2);
INSERT INTO [documents] VALUES (1, 'doc-a', 'Geheimdienst sieht Soldaten in Russland', '000_a.txt', 'Geheimdienst sieht Soldaten in Russland', 'Tagblatt', NULL, 'https://tagblatt.example/a', '2024-10-23', 'given', NULL, NULL, 'de', 'full', 'Geheimdienst sieht Soldaten in Russland
Am Freitag hieß es vom südkoreanischen Geheimdienst NIS, 1.500 Soldaten würden in Russland ausgebildet. Weder das Pentagon noch die NATO bestätigen diese Meldung. „Sie tun dies“, erklärte Verteidigungsminister Lloyd Austin, „weil Putin viele Truppen verloren hat.“ Nordkorea unterstützt Russland seit Längerem mit Munition. 🚀 Laut Austin wäre das eine „besorgniserregende Entwicklung“ für Europa.
', '063b51077815f30f', 't6c4heupy6eu');
INSERT INTO [documents] VALUES (2, 'doc-b', '001_b.txt', '001_b.txt', NULL, 'Tagblatt', NULL, NULL, '2024-11', NULL, NULL, NULL, 'de', 'full', 'Ukrainische Beamte, die anonym bleiben wollten, bestätigten, dass 11.000 Soldaten in Kursk stünden. Kremlsprecher Dmitri Peskow wies das zurück: Es gebe dort keine fremden Soldaten. In Pjöngjang soll darüber heftig gestritten worden sein.
', '760dd8321de0b753', '6lctwlo72ckm');
INSERT INTO [documents] VALUES (3, 'doc-c-full', '<i>Übung</i>', 'c-full.txt', '<i>Übung</i>', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'de', 'full', '<script>alert(''x'')</script> & Söhne teilte mit, die Übung sei <b>abgesagt</b>.
', 'c47493f1d5f2674c', 'doa2jq6ec5jv');
INSERT INTO [parts] VALUES (1, 0, 'heading', 0, 39);
INSERT INTO [parts] VALUES (1, 1, 'paragraph', 40, 436);
INSERT INTO [parts] VALUES (2, 0, 'paragraph', 0, 238);
INSERT INTO [parts] VALUES (3, 0, 'paragraph', 0, 78);
INSERT INTO [rules] VALUES ('hand', NULL, 'A rule that this version of attrib does not have.', NULL, NULL, NULL, NULL);
INSERT INTO [statements] VALUES (1000000, 'a-heading', 'Geheimdienst sieht Soldaten in Russland', 'tagblatt', 'asserted', 'author', 'none', 'Geheimdienst sieht Soldaten in Russland', NULL, NULL, 1, 0, 'unknown', 'positive', 'certain', 'neutral', NULL, NULL, 'asserted', NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, 0, 39, '[[0, 39]]', 0, 39, 'hand', 'written by hand');
INSERT INTO [statements] VALUES (1000001, 'a-claim', '1.500 Soldaten würden in Russland ausgebildet', 'nis', 'contested', 'indirect', 'impersonal', 'Am Freitag hieß es vom südkoreanischen Geheimdienst NIS, 1.500 Soldaten würden in Russland ausgebildet.', 'vom südkoreanischen Geheimdienst NIS', 'hieß es', 1, 1, 'speech_writing', 'positive', 'certain', 'neutral', NULL, 'impersonal', 'unconfirmed', '2024-10-18', 'day', 'Am Freitag', 40, 50, 0, NULL, 1, 97, 142, '[[97, 142]]', 40, 143, 'hand', 'written by hand');
INSERT INTO [statements] VALUES (1000002, 'a-silence', 'Weder das Pentagon noch die NATO bestätigen diese Meldung.', 'pentagon', 'claimed', 'reported', 'speech_act', 'Weder das Pentagon noch die NATO bestätigen diese Meldung.', NULL, NULL, 1, 2, 'unknown', 'underspecified', 'underspecified', 'neutral', NULL, 'named', 'claimed', NULL, NULL, NULL, NULL, NULL, 0, NULL, 1, 144, 202, '[[144, 202]]', 144, 202, 'hand', 'written by hand');
INSERT INTO [statements] VALUES (1000003, 'a-quotation', '„Sie tun dies“ … „weil Putin viele Truppen verloren hat.“', 'lloyd-austin', 'claimed', 'direct', 'quotation_marks', '„Sie tun dies“, erklärte Verteidigungsminister Lloyd Austin, „weil Putin viele Truppen verloren hat.“', 'Verteidigungsminister Lloyd Austin', 'erklärte', 1, 3, 'speech', 'positive', 'certain', 'neutral', NULL, 'named', 'claimed', NULL, NULL, NULL, NULL, NULL, 0, NULL, 1, 203, 304, '[[203, 217], [264, 304]]', 203, 304, 'hand', 'written by hand');
INSERT INTO [statements] VALUES (1000004, 'a-author', 'Nordkorea unterstützt Russland seit Längerem mit Munition.', 'tagblatt', 'asserted', 'author', 'none', 'Nordkorea unterstützt Russland seit Längerem mit Munition.', NULL, NULL, 1, 4, 'unknown', 'positive', 'certain', 'neutral', NULL, NULL, 'asserted', NULL, NULL, NULL, NULL, NULL, 0, NULL, 1, 305, 363, '[[305, 363]]', 305, 363, 'hand', 'written by hand');
INSERT INTO [statements] VALUES (1000005, 'a-worry', 'wäre das eine „besorgniserregende Entwicklung“ für Europa', 'lloyd-austin', 'claimed', 'indirect', 'according_to', 'Laut Austin wäre das eine „besorgniserregende Entwicklung“ für Europa.', NULL, 'Laut', 1, 5, 'unknown', 'positive', 'possible', 'neutral', NULL, 'named', 'claimed', NULL, NULL, NULL, NULL, NULL, 0, NULL, 1, 378, 435, '[[378, 435]]', 366, 436, 'hand', 'written by hand');
INSERT INTO [statements] VALUES (1000006, 'a-nested', '„besorgniserregende Entwicklung“', 'lloyd-austin', 'claimed', 'direct', 'quotation_marks', 'Laut Austin wäre das eine „besorgniserregende Entwicklung“ für Europa.', NULL, NULL, 1, 6, 'unknown', 'positive', 'certain', 'neutral', NULL, 'named', 'claimed', NULL, NULL, NULL, NULL, NULL, 1, 1000005, 1, 392, 424, '[[392, 424]]', 366, 436, 'hand', 'written by hand');
INSERT INTO [statements] VALUES (2000000, 'b-kursk', 'dass 11.000 Soldaten in Kursk stünden', 'ua-beamte-b', 'contested', 'indirect', 'complement_clause', 'Ukrainische Beamte, die anonym bleiben wollten, bestätigten, dass 11.000 Soldaten in Kursk stünden.', 'Ukrainische Beamte, die anonym bleiben wollten', 'bestätigten', 2, 0, 'unknown', 'positive', 'certain', 'neutral', NULL, 'unnamed', 'contested', NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, 61, 98, '[[61, 98]]', 0, 99, 'hand', 'written by hand');
INSERT INTO [statements] VALUES (2000001, 'b-denial', 'Es gebe dort keine fremden Soldaten', 'dmitri-peskow', 'disputed', 'indirect', 'verb_second', 'Kremlsprecher Dmitri Peskow wies das zurück: Es gebe dort keine fremden Soldaten.', 'Kremlsprecher Dmitri Peskow', 'wies … zurück', 2, 1, 'unknown', 'negative', 'certain', 'neutral', NULL, 'named', 'disputed', NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, 145, 180, '[[145, 180]]', 100, 181, 'hand', 'written by hand');
INSERT INTO [statements] VALUES (2000002, 'b-hearsay', 'In Pjöngjang soll darüber heftig gestritten worden sein.', 'hearsay', 'claimed', 'author', 'reportative_modal', 'In Pjöngjang soll darüber heftig gestritten worden sein.', NULL, NULL, 2, 2, 'unknown', 'positive', 'certain', 'neutral', NULL, 'impersonal', 'claimed', NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, 182, 238, '[[182, 238]]', 182, 238, 'hand', 'written by hand');
INSERT INTO [statements] VALUES (3000000, 'c-full', 'die Übung sei <b>abgesagt</b>', 'company-full', 'claimed', 'indirect', 'verb_second', '<script>alert(''x'')</script> & Söhne teilte mit, die Übung sei <b>abgesagt</b>.', '<script>alert(''x'')</script> & Söhne', 'teilte mit', 3, 0, 'unknown', 'positive', 'certain', 'neutral', NULL, 'named', 'claimed', NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, 48, 77, '[[48, 77]]', 0, 78, 'hand', 'written by hand');
INSERT INTO [spans] VALUES (1000000, 0, 0, 39, 'Geheimdienst sieht Soldaten in Russland');
INSERT INTO [spans] VALUES (1000001, 0, 97, 142, '1.500 Soldaten würden in Russland ausgebildet');
INSERT INTO [spans] VALUES (1000002, 0, 144, 202, 'Weder das Pentagon noch die NATO bestätigen diese Meldung.');
INSERT INTO [spans] VALUES (1000003, 0, 203, 217, '„Sie tun dies“');
INSERT INTO [spans] VALUES (1000003, 1, 264, 304, '„weil Putin viele Truppen verloren hat.“');
INSERT INTO [spans] VALUES (1000004, 0, 305, 363, 'Nordkorea unterstützt Russland seit Längerem mit Munition.');
INSERT INTO [spans] VALUES (1000005, 0, 378, 435, 'wäre das eine „besorgniserregende Entwicklung“ für Europa');
INSERT INTO [spans] VALUES (1000006, 0, 392, 424, '„besorgniserregende Entwicklung“');
INSERT INTO [spans] VALUES (2000000, 0, 61, 98, 'dass 11.000 Soldaten in Kursk stünden');
INSERT INTO [spans] VALUES (2000001, 0, 145, 180, 'Es gebe dort keine fremden Soldaten');
INSERT INTO [spans] VALUES (2000002, 0, 182, 238, 'In Pjöngjang soll darüber heftig gestritten worden sein.');
INSERT INTO [spans] VALUES (3000000, 0, 48, 77, 'die Übung sei <b>abgesagt</b>');
INSERT INTO [roles] VALUES (1000001, 'cue', 0, 51, 58, 'hieß es');
INSERT INTO [roles] VALUES (1000001, 'frame', 0, 51, 58, 'hieß es');
INSERT INTO [roles] VALUES (1000001, 'frame', 1, 59, 95, 'vom südkoreanischen Geheimdienst NIS');
INSERT INTO [roles] VALUES (1000001, 'speaker', 0, 59, 95, 'vom südkoreanischen Geheimdienst NIS');
INSERT INTO [roles] VALUES (1000003, 'cue', 0, 219, 227, 'erklärte');
INSERT INTO [roles] VALUES (1000003, 'frame', 0, 219, 227, 'erklärte');
INSERT INTO [roles] VALUES (1000003, 'frame', 1, 228, 262, 'Verteidigungsminister Lloyd Austin');
INSERT INTO [roles] VALUES (1000003, 'speaker', 0, 228, 262, 'Verteidigungsminister Lloyd Austin');
INSERT INTO [roles] VALUES (1000005, 'cue', 0, 366, 370, 'Laut');
INSERT INTO [roles] VALUES (1000005, 'frame', 0, 366, 370, 'Laut');
INSERT INTO [roles] VALUES (2000000, 'cue', 0, 48, 59, 'bestätigten');
INSERT INTO [roles] VALUES (2000000, 'frame', 0, 48, 59, 'bestätigten');
INSERT INTO [roles] VALUES (2000000, 'frame', 1, 0, 46, 'Ukrainische Beamte, die anonym bleiben wollten');
INSERT INTO [roles] VALUES (2000000, 'speaker', 0, 0, 46, 'Ukrainische Beamte, die anonym bleiben wollten');
INSERT INTO [roles] VALUES (2000001, 'cue', 0, 128, 132, 'wies');
INSERT INTO [roles] VALUES (2000001, 'cue', 1, 137, 143, 'zurück');
INSERT INTO [roles] VALUES (2000001, 'frame', 0, 128, 132, 'wies');
INSERT INTO [roles] VALUES (2000001, 'frame', 1, 137, 143, 'zurück');
INSERT INTO [roles] VALUES (2000001, 'frame', 2, 100, 127, 'Kremlsprecher Dmitri Peskow');
INSERT INTO [roles] VALUES (2000001, 'speaker', 0, 100, 127, 'Kremlsprecher Dmitri Peskow');
INSERT INTO [roles] VALUES (3000000, 'cue', 0, 36, 46, 'teilte mit');
INSERT INTO [roles] VALUES (3000000, 'frame', 0, 36, 46, 'teilte mit');
INSERT INTO [roles] VALUES (3000000, 'frame', 1, 0, 35, '<script>alert(''x'')</script> & Söhne');
INSERT INTO [roles] VALUES (3000000, 'speaker', 0, 0, 35, '<script>alert(''x'')</script> & Söhne');
INSERT INTO [statement_sources] VALUES (1000000, 0, 'tagblatt', 'states', NULL, NULL, NULL, 'hand', 'by name');
INSERT INTO [statement_sources] VALUES (1000001, 0, 'nis', 'states', 'impersonal', 'vom südkoreanischen Geheimdienst NIS', NULL, 'hand', 'by name');
INSERT INTO [statement_sources] VALUES (1000002, 0, 'pentagon', 'states', 'named', NULL, NULL, 'hand', 'by name');
INSERT INTO [statement_sources] VALUES (1000002, 1, 'nato', 'states', 'named', NULL, NULL, 'hand', 'by name');
INSERT INTO [statement_sources] VALUES (1000003, 0, 'lloyd-austin', 'states', 'named', 'Verteidigungsminister Lloyd Austin', NULL, 'hand', 'by name');
INSERT INTO [statement_sources] VALUES (1000003, 1, 'pentagon', 'speaks_for', NULL, NULL, NULL, 'office', 'office in the registry');
INSERT INTO [statement_sources] VALUES (1000004, 0, 'tagblatt', 'states', NULL, NULL, NULL, 'hand', 'by name');
INSERT INTO [statement_sources] VALUES (1000005, 0, 'lloyd-austin', 'states', 'named', 'Austin', NULL, 'hand', 'by name');
INSERT INTO [statement_sources] VALUES (1000005, 1, 'pentagon', 'speaks_for', NULL, NULL, NULL, 'office', 'office in the registry');
INSERT INTO [statement_sources] VALUES (1000006, 0, 'lloyd-austin', 'states', 'named', 'Austin', NULL, 'hand', 'by name');
INSERT INTO [statement_sources] VALUES (1000006, 1, 'pentagon', 'speaks_for', NULL, NULL, NULL, 'office', 'office in the registry');
INSERT INTO [statement_sources] VALUES (2000000, 0, 'ua-beamte-b', 'states', 'unnamed', 'Ukrainische Beamte', NULL, 'hand', 'by name');
INSERT INTO [statement_sources] VALUES (2000001, 0, 'dmitri-peskow', 'states', 'named', 'Kremlsprecher Dmitri Peskow', NULL, 'hand', 'by name');
INSERT INTO [statement_sources] VALUES (2000001, 1, 'kreml', 'speaks_for', NULL, NULL, NULL, 'office', 'office in the registry');
INSERT INTO [statement_sources] VALUES (2000002, 0, 'hearsay', 'states', 'impersonal', NULL, NULL, 'hand', 'by name');
INSERT INTO [statement_sources] VALUES (3000000, 0, 'company-full', 'states', 'named', '<script>alert(''x'')</script> & Söhne', NULL, 'hand', 'by name');
INSERT INTO [sources] VALUES ('company-full', '<script> & Söhne', NULL, 'company', 'discovered', NULL, NULL, NULL, NULL, NULL, 'unknown', 'f', 'Not rated: nobody has judged this source in this database.', NULL, NULL);
INSERT INTO [sources] VALUES ('dmitri-peskow', 'Dmitri Peskow', NULL, 'official', 'discovered', 'RU', NULL, 'kreml', NULL, NULL, 'unknown', 'e', 'Denied troop movements in 2014 that were later admitted.', 'test', '2024-11-01');
INSERT INTO [sources] VALUES ('hearsay', 'Hörensagen', NULL, 'hearsay', 'hearsay', NULL, NULL, NULL, NULL, NULL, 'unknown', 'f', 'Not rated: nobody has judged this source in this database.', NULL, NULL);
INSERT INTO [sources] VALUES ('kreml', 'Kreml', NULL, 'government', 'registry', 'RU', NULL, NULL, NULL, NULL, 'yes', 'f', 'Not rated: nobody has judged this source in this database.', NULL, NULL);
INSERT INTO [sources] VALUES ('lloyd-austin', 'Lloyd Austin', NULL, 'official', 'registry', 'US', NULL, 'pentagon', NULL, NULL, 'unknown', 'f', 'Not rated: nobody has judged this source in this database.', NULL, NULL);
INSERT INTO [sources] VALUES ('nato', 'NATO', NULL, 'international_organisation', 'registry', NULL, NULL, NULL, NULL, NULL, 'unknown', 'f', 'Not rated: nobody has judged this source in this database.', NULL, NULL);
INSERT INTO [sources] VALUES ('nis', 'Südkoreanischer Geheimdienst NIS', 'National Intelligence Service', 'intelligence_service', 'registry', 'KR', 'Q624677', NULL, NULL, NULL, 'no', 'f', 'Not rated: nobody has judged this source in this database.', NULL, NULL);
INSERT INTO [sources] VALUES ('pentagon', 'Pentagon', NULL, 'ministry', 'registry', 'US', NULL, NULL, NULL, NULL, 'unknown', 'f', 'Not rated: nobody has judged this source in this database.', NULL, NULL);
INSERT INTO [sources] VALUES ('tagblatt', 'Tagblatt', NULL, 'publisher', 'publisher', 'AT', NULL, NULL, NULL, NULL, 'unknown', 'f', 'Not rated: nobody has judged this source in this database.', NULL, NULL);
INSERT INTO [sources] VALUES ('ua-beamte-b', 'ukrainische Beamte', NULL, 'official', 'unnamed', 'UA', NULL, NULL, NULL, NULL, 'unknown', 'f', 'Not rated: nobody has judged this source in this database.', NULL, NULL);
INSERT INTO [assessments] VALUES (1000000, 1, 1000001, 'pentagon', 'withholds', 144, 202, 'Weder das Pentagon noch die NATO bestätigen diese Meldung.', 'hand', 'written by hand', NULL);
INSERT INTO [assessments] VALUES (1000001, 1, 1000001, 'nato', 'withholds', 144, 202, 'Weder das Pentagon noch die NATO bestätigen diese Meldung.', 'hand', 'written by hand', NULL);
INSERT INTO [assessments] VALUES (2000000, 2, 2000000, 'ua-beamte-b', 'confirms', 48, 59, 'bestätigten', 'hand', 'written by hand', NULL);
INSERT INTO [assessments] VALUES (2000001, 2, 2000000, 'dmitri-peskow', 'denies', 128, 143, 'wies das zurück', 'hand', 'written by hand', NULL);
INSERT INTO [assessments] VALUES (2000002, 2, 1000001, 'dmitri-peskow', 'denies', 128, 143, 'wies das zurück', 'hand', 'written by hand', NULL);
INSERT INTO [assessments] VALUES (2000003, 2, NULL, 'dmitri-peskow', 'denies', 158, 180, 'keine fremden Soldaten', 'hand', 'written by hand', NULL);
INSERT INTO [quantities] VALUES (1000001, 0, 1500.0, NULL, 'exact', NULL, 'Soldaten', 97, 102, '1.500', 'hand', 'written by hand');
INSERT INTO [quantities] VALUES (2000000, 0, 11000.0, NULL, 'exact', NULL, 'Soldaten', 66, 72, '11.000', 'hand', 'written by hand');
INSERT INTO [claims] VALUES (1, 'c1', '1.500 Soldaten', 1000000, 'presence', 3, 2, 2, 1, 1, 'confirmed', '2', '3 statements, 2 independent origins, 1 of unknown independence: 2 independent origins agree; confirmed by NATO');
INSERT INTO [linking] VALUES ('attrib 0.1.0', 3);
INSERT INTO [claim_keys] VALUES (1000001, 'counted', 'military');
INSERT INTO [claim_keys] VALUES (2000000, 'counted', 'military');
INSERT INTO [claim_keys] VALUES (1000001, 'event', 'presence');
INSERT INTO [claim_keys] VALUES (2000000, 'event', 'presence');
INSERT INTO [claim_keys] VALUES (1000001, 'participant', 'RU');
INSERT INTO [claim_keys] VALUES (1000001, 'participant', 'military');
INSERT INTO [claim_keys] VALUES (2000000, 'participant', 'RU');
INSERT INTO [claim_keys] VALUES (2000000, 'participant', 'kursk');
INSERT INTO [claim_keys] VALUES (2000000, 'participant', 'military');
INSERT INTO [issues] VALUES (1000000, 1, NULL, 'parts', 'no_running_text', 'A rocket.', 291, 292);
INSERT INTO [document_sources] VALUES (3, 0, 'company-full');
INSERT INTO [document_sources] VALUES (2, 2, 'dmitri-peskow');
INSERT INTO [document_sources] VALUES (2, 3, 'hearsay');
INSERT INTO [document_sources] VALUES (2, 1, 'kreml');
INSERT INTO [document_sources] VALUES (1, 1, 'lloyd-austin');
INSERT INTO [document_sources] VALUES (1, 3, 'nato');
INSERT INTO [document_sources] VALUES (1, 2, 'nis');
INSERT INTO [document_sources] VALUES (1, 0, 'pentagon');
INSERT INTO [document_sources] VALUES (1, 4, 'tagblatt');
INSERT INTO [document_sources] VALUES (2, 0, 'ua-beamte-b');
INSERT INTO [analyses] VALUES (1, '# sent_id = 0
');
INSERT INTO [analyses] VALUES (2, '');
INSERT INTO [analyses] VALUES (3, '');
CREATE VIRTUAL TABLE documents_fts USING FTS5 (label, text, tokenize='unicode61 remove_diacritics 2', content=[documents], content_rowid='pk');
INSERT INTO documents_fts (documents_fts) VALUES ('rebuild');
CREATE VIRTUAL TABLE statements_fts USING FTS5 (exact, speaker, tokenize='unicode61 remove_diacritics 2', content=[statements], content_rowid='pk');
INSERT INTO statements_fts (statements_fts) VALUES ('rebuild');
CREATE VIRTUAL TABLE claims_fts USING FTS5 (label, tokenize='unicode61 remove_diacritics 2', content=[claims], content_rowid='pk');
INSERT INTO claims_fts (claims_fts) VALUES ('rebuild');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX documents_publisher ON documents (publisher);
CREATE INDEX documents_published ON documents (published);
CREATE INDEX documents_language ON documents (language);
CREATE INDEX documents_rights ON documents (rights);
CREATE INDEX documents_digest ON documents (digest);
CREATE INDEX parts_kind ON parts (kind);
CREATE INDEX rules_marker ON rules (marker);
CREATE INDEX statements_source ON statements (source);
CREATE INDEX statements_status ON statements (status);
CREATE INDEX statements_type ON statements (type);
CREATE INDEX statements_marker ON statements (marker);
CREATE INDEX statements_document ON statements (document);
CREATE INDEX statements_medium ON statements (medium);
CREATE INDEX statements_polarity ON statements (polarity);
CREATE INDEX statements_certainty ON statements (certainty);
CREATE INDEX statements_distance ON statements (distance);
CREATE INDEX statements_origin ON statements (origin);
CREATE INDEX statements_disclosure ON statements (disclosure);
CREATE INDEX statements_status_in_document ON statements (status_in_document);
CREATE INDEX statements_said_on ON statements (said_on);
CREATE INDEX statements_said_on_precision ON statements (said_on_precision);
CREATE INDEX statements_level ON statements (level);
CREATE INDEX statements_parent ON statements (parent);
CREATE INDEX statements_rule ON statements (rule);
CREATE INDEX roles_role ON roles (role);
CREATE INDEX statement_sources_source ON statement_sources (source);
CREATE INDEX statement_sources_relation ON statement_sources (relation);
CREATE INDEX statement_sources_disclosure ON statement_sources (disclosure);
CREATE INDEX attribution_chain_source ON attribution_chain (source);
CREATE INDEX attribution_chain_rule ON attribution_chain (rule);
CREATE INDEX sources_kind ON sources (kind);
CREATE INDEX sources_origin ON sources (origin);
CREATE INDEX sources_country ON sources (country);
CREATE INDEX sources_speaks_for ON sources (speaks_for);
CREATE INDEX sources_part_of ON sources (part_of);
CREATE INDEX sources_grouped_under ON sources (grouped_under);
CREATE INDEX sources_party_to_conflict ON sources (party_to_conflict);
CREATE INDEX sources_reliability ON sources (reliability);
CREATE INDEX source_ratings_rated_by ON source_ratings (rated_by);
CREATE INDEX source_ratings_letter ON source_ratings (letter);
CREATE INDEX aliases_name ON aliases (name);
CREATE INDEX assessments_document ON assessments (document);
CREATE INDEX assessments_statement ON assessments (statement);
CREATE INDEX assessments_source ON assessments (source);
CREATE INDEX assessments_verdict ON assessments (verdict);
CREATE INDEX assessments_rule ON assessments (rule);
CREATE INDEX assessments_through ON assessments (through);
CREATE INDEX status_by_assessment ON status_by (assessment);
CREATE INDEX judgements_document ON judgements (document);
CREATE INDEX judgements_statement ON judgements (statement);
CREATE INDEX judgements_statement_id ON judgements (statement_id);
CREATE INDEX judgements_field ON judgements (field);
CREATE INDEX judgements_judged_by ON judgements (judged_by);
CREATE INDEX quantities_value ON quantities (value);
CREATE INDEX quantities_qualifier ON quantities (qualifier);
CREATE INDEX quantities_unit ON quantities (unit);
CREATE INDEX claims_statement ON claims (statement);
CREATE INDEX claims_event ON claims (event);
CREATE INDEX claims_status ON claims (status);
CREATE INDEX claims_credibility ON claims (credibility);
CREATE INDEX claim_statements_claim ON claim_statements (claim);
CREATE INDEX claim_statements_polarity ON claim_statements (polarity);
CREATE INDEX claim_statements_qualifier ON claim_statements (qualifier);
CREATE INDEX claim_statements_origin ON claim_statements (origin);
CREATE INDEX claim_origins_source ON claim_origins (source);
CREATE INDEX claim_origins_independence ON claim_origins (independence);
CREATE INDEX copies_original ON copies (original);
CREATE INDEX claim_keys_role ON claim_keys (role);
CREATE INDEX issues_document ON issues (document);
CREATE INDEX issues_stage ON issues (stage);
CREATE INDEX issues_kind ON issues (kind);
CREATE INDEX document_sources_source ON document_sources (source);
CREATE INDEX document_runs_run ON document_runs (run);
CREATE INDEX superseded_document ON superseded (document);
CREATE INDEX superseded_statement ON superseded (statement);
CREATE TRIGGER documents_ai AFTER INSERT ON documents BEGIN INSERT INTO documents_fts (rowid, label, text) VALUES (new.pk, new.label, new.text); END;
CREATE TRIGGER documents_ad AFTER DELETE ON documents BEGIN INSERT INTO documents_fts (documents_fts, rowid, label, text) VALUES ('delete', old.pk, old.label, old.text); END;
CREATE TRIGGER documents_au AFTER UPDATE ON documents BEGIN INSERT INTO documents_fts (documents_fts, rowid, label, text) VALUES ('delete', old.pk, old.label, old.text); INSERT INTO documents_fts (rowid, label, text) VALUES (new.pk, new.label, new.text); END;
CREATE TRIGGER statements_ai AFTER INSERT ON statements BEGIN INSERT INTO statements_fts (rowid, exact, speaker) VALUES (new.pk, new.exact, new.speaker); END;
CREATE TRIGGER statements_ad AFTER DELETE ON statements BEGIN INSERT INTO statements_fts (statements_fts, rowid, exact, speaker) VALUES ('delete', old.pk, old.exact, old.speaker); END;
CREATE TRIGGER statements_au AFTER UPDATE ON statements BEGIN INSERT INTO statements_fts (statements_fts, rowid, exact, speaker) VALUES ('delete', old.pk, old.exact, old.speaker); INSERT INTO statements_fts (rowid, exact, speaker) VALUES (new.pk, new.exact, new.speaker); END;
CREATE TRIGGER claims_ai AFTER INSERT ON claims BEGIN INSERT INTO claims_fts (rowid, label) VALUES (new.pk, new.label); END;
CREATE TRIGGER claims_ad AFTER DELETE ON claims BEGIN INSERT INTO claims_fts (claims_fts, rowid, label) VALUES ('delete', old.pk, old.label); END;
CREATE TRIGGER claims_au AFTER UPDATE ON claims BEGIN INSERT INTO claims_fts (claims_fts, rowid, label) VALUES ('delete', old.pk, old.label); INSERT INTO claims_fts (rowid, label) VALUES (new.pk, new.label); END;
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
CREATE VIEW stands AS
SELECT statement, assessment, 1 AS decides FROM status_by
UNION ALL
SELECT a.statement, a.pk, 0 FROM assessments a
WHERE a.statement IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM status_by x WHERE x.statement = a.statement AND x.assessment = a.pk);
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
PRAGMA application_id = 1635021938;
PRAGMA user_version = 5;
