package database

import (
	"context"
	"fmt"

	"github.com/google/uuid"
)

// Resellers lists every tenant, for work that goes round all of them by the
// clock. Each is then worked on by itself; see WithReseller.
func (d *DB) Resellers(ctx context.Context) ([]uuid.UUID, error) {
	rows, err := d.Write.QueryContext(Unguarded(ctx, "the list of tenants"), "SELECT id FROM resellers ORDER BY id")
	if err != nil {
		return nil, fmt.Errorf("list resellers: %w", err)
	}
	defer rows.Close()
	var ids []uuid.UUID
	for rows.Next() {
		var id uuid.UUID
		if err := rows.Scan(&id); err != nil {
			return nil, fmt.Errorf("list resellers: %w", err)
		}
		ids = append(ids, id)
	}
	return ids, rows.Err()
}
