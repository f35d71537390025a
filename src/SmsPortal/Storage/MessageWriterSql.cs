namespace SmsPortal.Storage;

/// <summary>The statements of <see cref="MessageWriter"/>.</summary>
internal static class MessageWriterSql
{
    /// <summary>One writer at a time over all nodes, until the commit.</summary>
    public const string Lock = "SELECT pg_advisory_xact_lock(720100)";

    public const string Cursor = "SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM message_id_seq";

    // numbered: a GetSMS webhook (vendor_id set) takes the place of the twin with its own id, else of one that only a poll saw, else a new one.
    // known: one look at the index each (OFFSET 0); a plan made while the table was small would read all of it for ever after.
    // known_id is read before the insert; the unique index decides what is new, known_id only tells what a repeat repeats.
    public const string Write = """
        WITH input AS MATERIALIZED (
            SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21) WITH ORDINALITY
                AS i(account_id, hash, occurrence, vendor_id, line_id, incoming, sender, number, body, original_body, code, code_to_copy, service, order_key, price, status,
                     vendor_at, at, way, history, raw, n)),
        numbered AS MATERIALIZED (
            SELECT i.n, i.account_id, i.hash, i.vendor_id, i.way, coalesce(k.same, k.free, k.top + 1, i.occurrence) AS occurrence
            FROM input i
            LEFT JOIN LATERAL (
                SELECT min(d.occurrence) FILTER (WHERE d.vendor_id = i.vendor_id) AS same, min(d.occurrence) FILTER (WHERE d.vendor_id IS NULL) AS free, max(d.occurrence) AS top
                FROM message_identity d WHERE d.account_id = i.account_id AND d.hash = i.hash) k ON i.vendor_id IS NOT NULL),
        known AS MATERIALIZED (
            SELECT n.n, n.way, n.vendor_id, d.account_id, d.hash, d.occurrence, d.message_id, d.vendor_id AS known_vendor_id
            FROM numbered n CROSS JOIN LATERAL (
                SELECT * FROM message_identity d WHERE d.account_id = n.account_id AND d.hash = n.hash AND d.occurrence = n.occurrence OFFSET 0) d),
        fresh AS (
            INSERT INTO message_identity (account_id, hash, occurrence, vendor_id, message_id, seen_at)
            SELECT n.account_id, n.hash, n.occurrence, n.vendor_id, nextval('message_id_seq'), $22
            FROM (SELECT * FROM numbered WHERE n NOT IN (SELECT n FROM known) ORDER BY n) n
            ON CONFLICT (account_id, hash, occurrence) DO NOTHING
            RETURNING account_id, hash, occurrence, message_id),
        placed AS MATERIALIZED (
            SELECT DISTINCT ON (f.message_id) n.n, f.message_id
            FROM fresh f JOIN numbered n ON n.account_id = f.account_id AND n.hash = f.hash AND n.occurrence = f.occurrence
            ORDER BY f.message_id, n.n),
        stored AS (
            INSERT INTO message (id, account_id, line_id, incoming, sender, number, body, original_body, code, code_to_copy, service, order_key, price, status, vendor_at, stored_at, at,
                                 way, verified, history, raw)
            SELECT p.message_id, i.account_id, i.line_id, i.incoming, i.sender, i.number, i.body, i.original_body, i.code, i.code_to_copy, i.service, i.order_key, i.price, i.status, i.vendor_at, $22, i.at,
                   i.way, i.way = 0, i.history, i.raw
            FROM placed p JOIN input i ON i.n = p.n
            RETURNING id, line_id, at, history, incoming),
        queued AS (
            INSERT INTO outbox (message_id, created_at) SELECT id, $22 FROM stored WHERE incoming AND NOT history),
        lines AS (
            UPDATE phone_line l SET last_message_at = s.at
            FROM (SELECT line_id, max(at) AS at FROM stored WHERE incoming GROUP BY line_id) s
            WHERE l.id = s.line_id AND (l.last_message_at IS NULL OR l.last_message_at < s.at)),
        claimed AS (
            UPDATE message_identity d SET vendor_id = k.vendor_id FROM known k
            WHERE k.vendor_id IS NOT NULL AND k.known_vendor_id IS NULL AND d.account_id = k.account_id AND d.hash = k.hash AND d.occurrence = k.occurrence),
        seen AS (
            INSERT INTO message_sighting (message_id, way, count, first_at, last_at)
            SELECT message_id, way, count(*), $22, $22 FROM known GROUP BY message_id, way
            ON CONFLICT (message_id, way) DO UPDATE SET count = message_sighting.count + excluded.count, last_at = excluded.last_at),
        agreed AS (
            UPDATE message m SET verified = true FROM known k WHERE k.way = 0 AND m.id = k.message_id AND NOT m.verified),
        told AS MATERIALIZED (
            SELECT pg_notify('portal_feed', 'm:' || max(id)) AS done FROM stored HAVING count(*) > 0)
        SELECT n.n, coalesce(k.message_id, f.message_id), p.n IS NOT NULL, (SELECT count(*) FROM told)
        FROM numbered n
        LEFT JOIN known k ON k.n = n.n
        LEFT JOIN fresh f ON k.n IS NULL AND f.account_id = n.account_id AND f.hash = n.hash AND f.occurrence = n.occurrence
        LEFT JOIN placed p ON p.n = n.n
        """;
}
