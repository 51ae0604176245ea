/**
 * The database: connections, visits and their guards, migrations, and a PostgreSQL of our own where no server is given.
 */
export { CannotStart } from './cannot-start.ts'
export type { Db, Sql } from './connection.ts'
export { type Database, openDatabase, type Who } from './database.ts'
export { type DiskTrouble, diskTrouble } from './disk.ts'
export { type OwnServer, startOwnServer, useOwnServer } from './embedded.ts'
export { unlessInUse, unlessOverlapping } from './in-use.ts'
export { type Migration, migrateWithin, migrationsIn } from './migrate.ts'
export { asOwner, prepareDatabase } from './prepare.ts'
export { type Asked, because, type PoolState } from './watching.ts'
