package database

import (
	"fmt"
	"slices"

	"entgo.io/ent/dialect/sql/schema"
)

// CompositeKeys turns ent's tables into the ones we store: the primary key of
// every tenant table leads with reseller_id, every foreign key is composite
// and restrictive, and every row belongs to a reseller that exists. ent itself
// knows single-column keys alone; a sharded installation, and a database that
// cannot link two tenants, need these.
func CompositeKeys(tables []*schema.Table) ([]*schema.Table, error) {
	tables, err := schema.CopyTables(tables)
	if err != nil {
		return nil, fmt.Errorf("copy tables: %w", err)
	}
	var resellers *schema.Table
	for _, t := range tables {
		if t.Name == "resellers" {
			resellers = t
		}
	}
	for _, t := range tables {
		tenant, ok := t.Column("reseller_id")
		if !ok {
			continue
		}
		id, _ := t.Column("id")
		t.PrimaryKey = []*schema.Column{tenant, id}
		if created, ok := t.Column("created_at"); ok && t.Name == "audit_events" {
			t.PrimaryKey = []*schema.Column{tenant, created, id}
		}
		for _, fk := range t.ForeignKeys {
			if refTenant, ok := fk.RefTable.Column("reseller_id"); ok {
				fk.Columns = slices.Insert(fk.Columns, 0, tenant)
				fk.RefColumns = slices.Insert(fk.RefColumns, 0, refTenant)
			}
			fk.OnDelete = schema.Restrict
		}
		resellerID, _ := resellers.Column("id")
		t.AddForeignKey(&schema.ForeignKey{
			Symbol: t.Name + "_resellers_reseller", Columns: []*schema.Column{tenant},
			RefTable: resellers, RefColumns: []*schema.Column{resellerID}, OnDelete: schema.Restrict,
		})
	}
	return tables, nil
}
