-- How many people were written to outside their window within the last 24 hours, and how many messages
-- of this month that were none of those arrived, where the platform reports that.
SELECT (
           SELECT count(DISTINCT conversation_id)
           FROM outbox
           WHERE instansi_id = 0
             AND as_template
             AND settled_at > clock_timestamp() - interval '24 hours'
             AND settled_at > '-infinity'
       ),
       (
           SELECT count(*)
           FROM outbox
           WHERE instansi_id = 0
             AND NOT as_template
             AND delivery IN ('delivered', 'read', 'played')
             AND settled_at >= date_trunc('month', clock_timestamp())
       )
