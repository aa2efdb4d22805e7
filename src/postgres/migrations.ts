/**
 * As SQLite's: each entry leads to the next version. Never change one that was released: append. Processes of the version
 * before go on writing meanwhile, so that a new column needs a default.
 */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE settings (
     server TEXT PRIMARY KEY,
     chosen TEXT NOT NULL
   );
   CREATE TABLE vote (
     voter TEXT PRIMARY KEY,
     answer TEXT NOT NULL,
     question TEXT NOT NULL,
     report TEXT NOT NULL,
     paragraph BIGINT NOT NULL,
     kind TEXT NOT NULL CHECK (kind IN ('helped', 'wrong')),
     voted BIGINT NOT NULL,
     owner TEXT NOT NULL,
     seen SMALLINT NOT NULL
   );
   CREATE INDEX vote_answer ON vote (answer);
   CREATE INDEX vote_voted ON vote (voted);
   CREATE INDEX vote_passage ON vote (owner, question, report, paragraph);
   CREATE TABLE unanswered (
     owner TEXT NOT NULL,
     question TEXT NOT NULL,
     day BIGINT NOT NULL,
     count BIGINT NOT NULL,
     last BIGINT NOT NULL,
     first BIGINT NOT NULL,
     seen SMALLINT NOT NULL,
     PRIMARY KEY (owner, question, day)
   );
   CREATE INDEX unanswered_last ON unanswered (last);
   CREATE TABLE alert (
     server TEXT PRIMARY KEY,
     checked BIGINT NOT NULL DEFAULT 0,
     told BIGINT NOT NULL DEFAULT 0
   );
   CREATE INDEX alert_checked ON alert (checked);`,
  // Reports. `server` is empty for those that all servers share. A generation is one published set of them, and its number
  // is when that was, in milliseconds; numbers of all servers grow in the order in which they are published.
  `CREATE TABLE report_file (
     hash TEXT PRIMARY KEY,
     bytes BYTEA NOT NULL,
     written BIGINT NOT NULL
   );
   CREATE TABLE analysis (
     hash TEXT NOT NULL REFERENCES report_file ON DELETE CASCADE,
     program TEXT NOT NULL,
     packed BYTEA NOT NULL,
     written BIGINT NOT NULL,
     PRIMARY KEY (hash, program)
   );
   CREATE TABLE collection (
     server TEXT PRIMARY KEY,
     active BIGINT NOT NULL
   );
   CREATE INDEX collection_active ON collection (active);
   CREATE TABLE generation (
     server TEXT NOT NULL,
     number BIGINT NOT NULL,
     PRIMARY KEY (server, number)
   );
   CREATE TABLE generation_report (
     server TEXT NOT NULL,
     number BIGINT NOT NULL,
     report TEXT NOT NULL,
     hash TEXT NOT NULL REFERENCES report_file,
     content TEXT NOT NULL,
     PRIMARY KEY (server, number, report),
     FOREIGN KEY (server, number) REFERENCES generation ON DELETE CASCADE
   );
   CREATE INDEX generation_report_hash ON generation_report (hash);
   CREATE INDEX generation_report_content ON generation_report (content);
   CREATE TABLE history (
     server TEXT NOT NULL,
     number BIGINT NOT NULL,
     made BIGINT NOT NULL,
     person TEXT NOT NULL,
     PRIMARY KEY (server, number)
   );
   CREATE TABLE history_report (
     server TEXT NOT NULL,
     number BIGINT NOT NULL,
     report TEXT NOT NULL,
     title TEXT NOT NULL,
     kind TEXT NOT NULL CHECK (kind IN ('added', 'changed', 'removed')),
     before TEXT REFERENCES report_file,
     after TEXT,
     PRIMARY KEY (server, number, report),
     FOREIGN KEY (server, number) REFERENCES history ON DELETE CASCADE
   );
   CREATE INDEX history_report_before ON history_report (before);
   CREATE TABLE draft (
     server TEXT NOT NULL,
     key TEXT NOT NULL,
     draft TEXT NOT NULL,
     made BIGINT NOT NULL,
     PRIMARY KEY (server, key)
   );
   CREATE INDEX draft_made ON draft (made);`,
  `CREATE TABLE process (
     id TEXT PRIMARY KEY,
     host TEXT NOT NULL,
     first_shard INTEGER NOT NULL,
     last_shard INTEGER NOT NULL,
     shard_count INTEGER NOT NULL,
     version TEXT NOT NULL,
     started BIGINT NOT NULL,
     seen BIGINT NOT NULL
   );`,
  // What each generation has, as a row for each report from the first that has it so (since) to the first that has not any
  // more (until): a publication writes what it changes, whatever else there is. Processes of the version before publish
  // nothing from then on.
  `CREATE TABLE listing (
     server TEXT NOT NULL,
     report TEXT NOT NULL,
     since BIGINT NOT NULL,
     until BIGINT,
     hash TEXT NOT NULL REFERENCES report_file,
     content TEXT NOT NULL,
     PRIMARY KEY (server, report, since)
   );
   INSERT INTO listing SELECT server, report, number, NULL, hash, content
     FROM generation_report JOIN collection USING (server) WHERE number = active;
   CREATE UNIQUE INDEX listing_active ON listing (server, report) WHERE until IS NULL;
   CREATE INDEX listing_until ON listing (until);
   CREATE INDEX listing_hash ON listing (hash);
   CREATE INDEX listing_content ON listing (content);
   DROP TABLE generation_report;
   DROP TABLE generation;`,
];
