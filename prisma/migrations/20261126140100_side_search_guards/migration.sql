-- What was said with third parties is searched by staff as replies and notes are; contacts have no policy on it.
CREATE FUNCTION side_conversation_search(asked uuid, subject text) RETURNS tsvector LANGUAGE sql STABLE AS $$
  SELECT setweight(words_of(subject), 'A') || setweight(words_of(coalesce(string_agg(concat_ws(' ', p.name, p.address), ' '), '')), 'B')
    FROM side_participant p WHERE p.conversation_id = asked
$$;
CREATE FUNCTION keep_side_conversation_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search := side_conversation_search(NEW.id, NEW.subject);
  RETURN NEW;
END
$$;
-- Whom a conversation is with is stored after it, and anew when it changes.
CREATE FUNCTION keep_side_participant_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE side_conversation s SET search = side_conversation_search(s.id, s.subject)
   WHERE s.id IN (SELECT a.conversation_id FROM added a);
  RETURN NULL;
END
$$;
CREATE FUNCTION keep_side_message_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search := words_of(NEW.body) || setweight(words_of(concat_ws(' ', NEW.author_name, NEW.author_address)), 'B');
  RETURN NEW;
END
$$;
CREATE TRIGGER side_conversation_keeps_words BEFORE INSERT OR UPDATE OF subject ON side_conversation
  FOR EACH ROW EXECUTE FUNCTION keep_side_conversation_words();
CREATE TRIGGER side_participant_keeps_words AFTER INSERT ON side_participant
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_side_participant_words();
CREATE TRIGGER side_message_keeps_words BEFORE INSERT OR UPDATE OF body, author_name, author_address ON side_message
  FOR EACH ROW EXECUTE FUNCTION keep_side_message_words();

SET LOCAL ROLE timedesk_staff;
UPDATE side_conversation SET subject = subject;
UPDATE side_message SET body = body;
INSERT INTO search_word (word, uses)
SELECT word, sum(ndoc)::int
  FROM (SELECT * FROM ts_stat('SELECT search FROM side_conversation') UNION ALL SELECT * FROM ts_stat('SELECT search FROM side_message')) w
 WHERE is_kept_word(word) GROUP BY word
ON CONFLICT (word) DO NOTHING;
RESET ROLE;

-- Words that a typed one may stand for, which may be mistyped, unfinished or both: those of its first two letters, and, for
-- a slip in these, those that have its middle about where it is. Letters are compared one by one, since groups of three
-- have too little in common with an unfinished word; who asks counts what is left exactly.
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
CREATE FUNCTION words_like(typed text) RETURNS TABLE (word text, uses int) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT n.word, n.uses
    FROM (SELECT w.word, w.uses FROM search_word w
           WHERE w.uses > 0 AND w.word ~>=~ left(typed, 2) AND w.word ~<~ (left(typed, 2) || chr(1114111))
          UNION ALL
          SELECT w.word, w.uses FROM search_word w
           WHERE length(typed) >= 6 AND w.uses > 0 AND NOT starts_with(w.word, left(typed, 2)) AND w.word LIKE ('%' || substr(typed, 4, CASE WHEN length(typed) = 6 THEN 3 ELSE 4 END) || '%')
             AND strpos(w.word, substr(typed, 4, 3)) <= 6) n
   CROSS JOIN LATERAL (SELECT CASE WHEN length(typed) < 7 THEN 2 ELSE 4 END AS most) slips
   CROSS JOIN LATERAL (SELECT levenshtein_less_equal(left(n.word, length(typed)), typed, slips.most) AS letters) apart
   WHERE length(n.word) >= length(typed) - 2 AND apart.letters <= slips.most
   ORDER BY apart.letters, n.uses DESC LIMIT 200
$$;
DROP FUNCTION words_near(text);
