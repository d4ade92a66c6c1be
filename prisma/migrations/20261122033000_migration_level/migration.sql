-- What the health report tells of the schema's level, without giving the app role the migration table itself.
CREATE VIEW migration_level AS
  SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL;
