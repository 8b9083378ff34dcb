package graph

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/graph/model"
	"tenantry/internal/connection"
	"tenantry/internal/database"
	"tenantry/internal/export"
)

// statementInput is what a job keeps of the arguments of a statement.
type statementInput struct {
	Organization uuid.UUID                    `json:"organization"`
	Where        *model.CreditEntryWhereInput `json:"where,omitempty"`
}

// creditStatement checks the arguments of a statement by the list's own code.
func creditStatement(in model.CreditStatementExportInput) (json.RawMessage, error) {
	if _, err := creditEntryWhere(in.Where.Value()); err != nil {
		return nil, err
	}
	return json.Marshal(statementInput{keyOf(organizationPrefix, in.OrganizationID), in.Where.Value()})
}

// CreditExport reads statements of credits for files, the oldest entry first.
type CreditExport struct{ Authorizer *authz.Authorizer }

// Open implements export.List. Who may no longer read the statement gets none
// of its rows.
func (x CreditExport) Open(ctx context.Context, at *database.Snapshot, input json.RawMessage, columns []string, size int) (export.Rows, error) {
	var in statementInput
	if err := json.Unmarshal(input, &in); err != nil {
		return nil, fmt.Errorf("read statement to export: %w", err)
	}
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := creditEntryWhere(in.Where)
	if err != nil {
		return nil, err
	}
	var of []uuid.UUID
	o, err := at.Client.Organization.Query().Where(organization.ID(in.Organization)).Only(ctx)
	switch {
	case err == nil && x.Authorizer.Has(v, []uuid.UUID{o.ID, o.AccountID, v.RootID}, authz.OrganizationCreditRead, authz.ModulePaymentAccess):
		of = append(of, o.ID)
	case err != nil && !db.IsNotFound(err):
		return nil, fmt.Errorf("read organization %s: %w", in.Organization, err)
	}
	oldestFirst, err := connection.NewOrder(creditEntries.id(), connection.Term[db.CreditEntry]{
		Column: "created_at", Kind: connection.Time, Value: func(e *db.CreditEntry) any { return e.CreatedAt },
	})
	if err != nil {
		return nil, err
	}
	req := connection.Request[db.CreditEntry]{
		Where: connection.And(among("organization_id", of), rows), Order: oldestFirst, Columns: creditEntries.columnsOf([]string{
			"amount", "balanceAfter", "reference", "reason", "occurredAt"}),
	}
	total, err := connection.Whole(at.Client.CreditEntry.Query(), connection.Request[db.CreditEntry]{Where: req.Where}).Count(ctx)
	if err != nil {
		return nil, fmt.Errorf("count entries to export: %w", err)
	}
	return &statementFile{
		query: connection.Whole(at.Pieces(size).CreditEntry.Query(), req), names: &Resolver{Authorizer: x.Authorizer, reading: at.Client},
		columns: columns, total: total, values: make([][]byte, len(columns)),
	}, nil
}

// statementFile is a statement on its way into a file.
type statementFile struct {
	query   *db.CreditEntryQuery
	names   *Resolver
	columns []string
	total   int
	values  [][]byte
}

// Columns implements export.Rows.
func (f *statementFile) Columns() []string { return slices.Clone(f.columns) }

// Total implements export.Rows.
func (f *statementFile) Total() int { return f.total }

// Next implements export.Rows.
func (f *statementFile) Next(ctx context.Context, row func(values [][]byte) error) (int, error) {
	nodes, err := f.query.Clone().All(ctx)
	if err != nil {
		return 0, fmt.Errorf("read entries to export: %w", err)
	}
	ids := slices.Concat(
		gather(nodes, func(e *db.CreditEntry) *uuid.UUID { return e.CounterpartID }),
		gather(nodes, func(e *db.CreditEntry) *uuid.UUID { return e.UsedByID }))
	named, err := f.names.organizationsNamed(ctx, ids, organizations.columnsOf([]string{"name"}))
	if err != nil {
		return 0, err
	}
	name := func(id *uuid.UUID) []byte {
		if id == nil || named[*id] == nil {
			return []byte("null")
		}
		return appendText(nil, named[*id].Name)
	}
	for _, e := range nodes {
		for i, key := range f.columns {
			f.values[i] = statementValue(e, key, name)
		}
		if err := row(f.values); err != nil {
			return 0, err
		}
	}
	return len(nodes), nil
}

// statementValue is one cell, as JSON.
func statementValue(e *db.CreditEntry, key string, name func(*uuid.UUID) []byte) []byte {
	switch key {
	case "createdAt":
		return appendTime(nil, e.CreatedAt)
	case "occurredAt":
		return appendTime(nil, e.OccurredAt)
	case "type":
		return appendText(nil, string(e.Type))
	case "amount":
		return strconv.AppendInt(nil, e.Amount, 10)
	case "balanceAfter":
		if e.BalanceAfter != nil {
			return strconv.AppendInt(nil, *e.BalanceAfter, 10)
		}
	case "counterpart":
		return name(e.CounterpartID)
	case "usedBy":
		return name(e.UsedByID)
	case "reference":
		return appendText(nil, e.Reference)
	case "reason":
		return appendOptional(nil, e.Reason)
	case "id":
		return appendText(nil, e.GlobalID())
	}
	return []byte("null")
}
