package graph

import (
	"context"

	"github.com/google/uuid"

	"tenantry/graph/model"
	"tenantry/internal/directory"
)

// usersImport hands a file over and shows what became of its rows.
func (r *Resolver) usersImport(ctx context.Context, in model.UsersImportInput) (*model.UsersImportPayload, error) {
	out, err := r.Directory.UsersImport(ctx, directory.Import{
		OrganizationID: keyOf(organizationPrefix, in.OrganizationID), CSV: in.CSV, DryRun: in.DryRun, IdempotencyKey: in.IdempotencyKey.Value(),
	})
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	payload := &model.UsersImportPayload{Results: []*model.UserImportResult{}, Errors: errs}
	if out == nil {
		return payload, nil
	}
	payload.Rows = out.Rows
	if payload.Job, err = r.jobAsked(ctx, out.JobID); err != nil {
		return nil, err
	}
	var made []uuid.UUID
	for _, result := range out.Results {
		if result.UserID != nil {
			made = append(made, *result.UserID)
		}
	}
	found, err := r.visibleUsers(ctx, made, nil)
	if err != nil {
		return nil, err
	}
	for _, result := range out.Results {
		shown := &model.UserImportResult{Row: result.Row, Email: result.Email, Ok: len(result.Errors) == 0, Errors: []*model.MutationError{}}
		if !shown.Ok {
			if shown.Errors, err = refusals(result.Errors); err != nil {
				return nil, err
			}
		}
		if result.UserID != nil {
			shown.User = found[*result.UserID]
		}
		payload.Results = append(payload.Results, shown)
	}
	return payload, nil
}
