namespace SmsPortal.Storage;

/// <summary>The statements of <see cref="LineWriter"/>.</summary>
internal static class LineSql
{
    // A number that changed ends the old LineNumber row and begins a new one; the line, its grants and its texts stay.
    public const string Save = """
        WITH input AS MATERIALIZED (
            SELECT * FROM unnest(@keys, @kinds, @numbers, @e164s, @labels, @countries, @services, @states, @ordinals, @expires)
                AS i(line_key, kind, number, e164, vendor_label, country, service, vendor_state, ordinal, expires_at)),
        before AS MATERIALIZED (
            SELECT l.id, l.number FROM phone_line l JOIN input i ON l.account_id = @account AND l.line_key = i.line_key),
        saved AS (
            INSERT INTO phone_line AS l (account_id, line_key, kind, number, e164, vendor_label, country, service, vendor_state, ordinal, expires_at, created_at, poll_due_at, missed_lists, auto_check_wanted)
            SELECT @account, line_key, kind, number, e164, vendor_label, country, service, vendor_state, ordinal, expires_at, @now, CASE WHEN kind IN (0, 1, 2, 5) THEN @now END, 0, false FROM input ORDER BY line_key
            ON CONFLICT (account_id, line_key) DO UPDATE SET
                number = coalesce(excluded.number, l.number), e164 = CASE WHEN excluded.number IS NULL THEN l.e164 ELSE excluded.e164 END,
                vendor_label = coalesce(excluded.vendor_label, l.vendor_label), country = coalesce(excluded.country, l.country), service = coalesce(excluded.service, l.service),
                vendor_state = coalesce(excluded.vendor_state, l.vendor_state), ordinal = coalesce(excluded.ordinal, l.ordinal), expires_at = coalesce(excluded.expires_at, l.expires_at),
                missed_lists = 0, gone_at = NULL, poll_due_at = CASE WHEN l.gone_at IS NOT NULL AND l.kind IN (0, 1, 2, 5) THEN @now ELSE l.poll_due_at END
            WHERE (l.number, l.vendor_label, l.country, l.service, l.vendor_state, l.ordinal, l.expires_at, l.missed_lists, l.gone_at) IS DISTINCT FROM
                (coalesce(excluded.number, l.number), coalesce(excluded.vendor_label, l.vendor_label), coalesce(excluded.country, l.country), coalesce(excluded.service, l.service),
                 coalesce(excluded.vendor_state, l.vendor_state), coalesce(excluded.ordinal, l.ordinal), coalesce(excluded.expires_at, l.expires_at), 0, NULL::timestamptz)
            RETURNING l.id, l.line_key, l.number, l.e164),
        changed AS MATERIALIZED (
            SELECT s.* FROM saved s LEFT JOIN before b ON b.id = s.id WHERE s.number IS NOT NULL AND s.number IS DISTINCT FROM b.number),
        ended AS (
            UPDATE line_number n SET until = @now FROM changed c WHERE n.line_id = c.id AND n.until IS NULL RETURNING n.line_id),
        told AS MATERIALIZED (SELECT pg_notify('portal_feed', 'l:' || coalesce(string_agg(id::text, ',') FILTER (WHERE few), '*')) AS done
            FROM (SELECT id, count(*) OVER () <= 500 AS few FROM saved) s HAVING count(*) > 0),
        begun AS (
            INSERT INTO line_number (line_id, number, e164, "from") SELECT c.id, c.number, c.e164, @now FROM changed c WHERE (SELECT count(*) FROM ended) >= 0
            ON CONFLICT (line_id) WHERE until IS NULL DO NOTHING)
        SELECT s.id, s.line_key, (SELECT count(*) FROM told) FROM saved s
        UNION
        SELECT l.id, l.line_key, 0 FROM phone_line l JOIN input i ON l.account_id = @account AND l.line_key = i.line_key WHERE l.id NOT IN (SELECT id FROM saved)
        """;

    public const string Missing = """
        WITH missed AS (
            UPDATE phone_line SET missed_lists = missed_lists + 1,
                gone_at = CASE WHEN missed_lists + 1 >= @gone THEN @now END, poll_due_at = CASE WHEN missed_lists + 1 >= @gone THEN NULL ELSE poll_due_at END
            WHERE account_id = @account AND kind = ANY (@kinds) AND gone_at IS NULL AND id <> ALL (@seen)
            RETURNING id, gone_at),
        told AS MATERIALIZED (SELECT pg_notify('portal_feed', 'l:' || string_agg(id::text, ',')) AS done FROM missed WHERE gone_at IS NOT NULL HAVING count(*) BETWEEN 1 AND 500)
        SELECT count(*), (SELECT count(*) FROM told) FROM missed
        """;
}
