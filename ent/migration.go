//go:build ignore

// Writes the next migration: applies the files there are to an empty private
// database and prints what the entities in ent/schema still need. The file is
// a draft to be reviewed; without a difference nothing is written.
package main

import (
	"context"
	"database/sql"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"time"

	"ariga.io/atlas/sql/migrate"
	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"entgo.io/ent/dialect/sql/schema"
	_ "github.com/lib/pq"

	dbmigrate "tenantry/ent/db/migrate"
	"tenantry/internal/database"
	"tenantry/internal/devpg"
)

func main() {
	if len(os.Args) != 2 || !regexp.MustCompile(`^[a-z0-9_]+$`).MatchString(os.Args[1]) {
		log.Fatal("usage: make migration name=add_something")
	}
	if err := run(context.Background(), os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context, name string) error {
	dir, err := os.MkdirTemp("", "tenantry-migration-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := os.Chmod(dir, 0o755); err != nil {
		return err
	}
	server, err := devpg.Start(ctx, devpg.Config{Dir: filepath.Join(dir, "pg"), NoSync: true})
	if err != nil {
		return err
	}
	defer server.Stop(ctx)
	db, err := sql.Open("postgres", server.URL("tenantry", devpg.Owner))
	if err != nil {
		return err
	}
	defer db.Close()
	if _, err := database.Migrate(ctx, db, os.DirFS("ent/migrations"), time.Now()); err != nil {
		return err
	}
	tables, err := database.CompositeKeys(dbmigrate.Tables)
	if err != nil {
		return err
	}
	draft := &migrate.MemDir{}
	m, err := schema.NewMigrate(entsql.OpenDB(dialect.Postgres, db), schema.WithDir(draft),
		schema.WithMigrationMode(schema.ModeInspect), schema.WithFormatter(migrate.DefaultFormatter),
		schema.WithSkipChanges(schema.DropIndex|schema.DropCheck), schema.WithDropColumn(true)) // both stand in the migrations alone
	if err != nil {
		return err
	}
	if err := m.NamedDiff(ctx, name, tables...); err != nil {
		return err
	}
	files, err := draft.Files()
	if err != nil || len(files) == 0 {
		fmt.Println("no difference: nothing to migrate")
		return err
	}
	existing, _ := filepath.Glob("ent/migrations/*.sql")
	path := filepath.Join("ent/migrations", fmt.Sprintf("%04d_%s.sql", len(existing)+1, name))
	fmt.Println("drafted", path, "- review it before it is committed")
	return os.WriteFile(path, files[0].Bytes(), 0o644)
}
