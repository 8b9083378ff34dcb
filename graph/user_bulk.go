package graph

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/schema"
	"tenantry/graph/model"
	"tenantry/internal/connection"
	"tenantry/internal/directory"
	"tenantry/internal/fault"
)

// usersBulkChange asks for a change to many users and shows what became of it.
func (r *Resolver) usersBulkChange(ctx context.Context, in model.UsersBulkChangeInput) (*model.UsersBulkPayload, error) {
	change, err := r.bulkChange(ctx, in)
	if err != nil {
		return nil, err
	}
	out, err := r.Directory.UsersBulkChange(ctx, change)
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	payload := &model.UsersBulkPayload{Results: []*model.UserBulkResult{}, Errors: errs}
	if out == nil {
		return payload, nil
	}
	payload.Matched = out.Matched
	if payload.Job, err = r.jobAsked(ctx, out.JobID); err != nil {
		return nil, err
	}
	var done []uuid.UUID
	for _, result := range out.Results {
		if len(result.Errors) == 0 {
			done = append(done, result.UserID)
		}
	}
	found, err := r.visibleUsers(ctx, done, nil) // all columns: the selection lies deeper
	if err != nil {
		return nil, err
	}
	for i, result := range out.Results {
		shown := &model.UserBulkResult{UserID: schema.GlobalID(userPrefix, result.UserID), Ok: len(result.Errors) == 0, Errors: []*model.MutationError{}}
		if len(change.Sent) > 0 {
			shown.UserID = change.Sent[i]
		}
		if shown.Ok {
			shown.User = found[result.UserID]
		} else if shown.Errors, err = refusals(result.Errors); err != nil {
			return nil, err
		}
		payload.Results = append(payload.Results, shown)
	}
	return payload, nil
}

func (r *Resolver) bulkChange(ctx context.Context, in model.UsersBulkChangeInput) (directory.BulkChange, error) {
	change := directory.BulkChange{
		Action: directory.BulkAction(in.Action), Motive: in.Motive.Value(), Reason: in.Reason.Value(), Until: in.Until.Value(),
		AllOrNothing: in.ErrorPolicy == model.BulkErrorPolicyAllOrNothing, DryRun: in.DryRun, IdempotencyKey: in.IdempotencyKey.Value(),
	}
	matching := in.Users.Matching.Value()
	if matching == nil {
		change.Sent = in.Users.Ids.Value()
		change.IDs = keysOf(userPrefix, change.Sent)
		return change, nil
	}
	v, err := signedIn(ctx)
	if err != nil {
		return change, err
	}
	rows, err := userRows(matching.Search.Value(), matching.Where.Value())
	if bad, ok := errors.AsType[*fault.Error](err); ok && bad.Kind == fault.BadUserInput {
		return change, fault.Input(slices.Concat([]string{"input", "users", "matching"}, bad.Path), "%s", bad.Message)
	} else if err != nil {
		return change, err
	}
	said, err := saidOf(userListInput{Search: matching.Search.Value(), Where: matching.Where.Value()})
	if err != nil {
		return change, err
	}
	change.Matching = &directory.BulkMatching{
		Rows: connection.And(r.usersWithin(v), rows), Input: said, ExpectedCount: matching.ExpectedCount,
	}
	return change, nil
}

// saidOf is the arguments of a list as JSON, without what they do not say.
func saidOf(list userListInput) (json.RawMessage, error) {
	text, err := json.Marshal(list)
	if err != nil {
		return nil, fmt.Errorf("encode list of users: %w", err)
	}
	var value any
	if err := json.Unmarshal(text, &value); err != nil {
		return nil, fmt.Errorf("encode list of users: %w", err)
	}
	if text, err = json.Marshal(withoutNulls(value)); err != nil {
		return nil, fmt.Errorf("encode list of users: %w", err)
	}
	return text, nil
}

func withoutNulls(value any) any {
	switch v := value.(type) {
	case map[string]any:
		for name, item := range v {
			if item == nil {
				delete(v, name)
				continue
			}
			v[name] = withoutNulls(item)
		}
	case []any:
		for i, item := range v {
			v[i] = withoutNulls(item)
		}
	}
	return value
}

// jobAsked reads the job that a request made; nil when it made none.
func (r *Resolver) jobAsked(ctx context.Context, id *uuid.UUID) (*db.Job, error) {
	if id == nil {
		return nil, nil
	}
	found, err := r.ownJobs(ctx, []uuid.UUID{*id}, nil)
	return found[*id], err
}
