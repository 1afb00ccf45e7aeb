-- The first statement of an export: from here on the transaction sees one moment of the database.
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ
