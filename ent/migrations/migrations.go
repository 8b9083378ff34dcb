// Package migrations holds the reviewed SQL that builds the database, in the
// order of the file names. A file never changes once it was released.
package migrations

import "embed"

// Files are the migrations, named NNNN_title.sql.
//
//go:embed *.sql
var Files embed.FS
