package rule

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"time"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/idempotencyrecord"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// IdempotencyRetention is how long the result of a creating change is answered
// again to the same key.
const IdempotencyRetention = 24 * time.Hour

// Once runs a creating change at most once for a key. The caller holds a row
// lock that serialises such changes, so a record seen is a record committed.
// A repeated key answers the stored result; with other input it is refused.
// The result must be JSON without secrets.
func Once[T any](ctx context.Context, tx *database.Tx, now time.Time, operation string, key *string, input any, run func() (T, error)) (T, error) {
	var result T
	if key == nil {
		return run()
	}
	hash, err := inputHash(input)
	if err != nil {
		return result, err
	}
	viewer := authz.FromContext(ctx)
	oldest := now.Add(-IdempotencyRetention)
	record, err := tx.Client.IdempotencyRecord.Query().Where(
		idempotencyrecord.ActorID(viewer.UserID), idempotencyrecord.Operation(operation), idempotencyrecord.Key(*key)).Only(ctx)
	switch {
	case err == nil && record.CreatedAt.Before(oldest):
		if _, err := tx.Client.IdempotencyRecord.Delete().Where(idempotencyrecord.ID(record.ID)).Exec(ctx); err != nil {
			return result, fmt.Errorf("drop old idempotency record: %w", err)
		}
	case err == nil && string(record.InputHash) != string(hash):
		return result, fault.Refuse(fault.IdempotencyReused, "input.idempotencyKey", "The key was used with other input.")
	case err == nil:
		if err := json.Unmarshal(record.Result, &result); err != nil {
			return result, fmt.Errorf("read idempotency record: %w", err)
		}
		return result, nil
	case !db.IsNotFound(err):
		return result, fmt.Errorf("look for idempotency record: %w", err)
	}
	if result, err = run(); err != nil {
		return result, err
	}
	stored, err := json.Marshal(result)
	if err != nil {
		return result, fmt.Errorf("encode idempotency record: %w", err)
	}
	err = tx.Together(ctx, func(ctx context.Context, tx *database.Tx) error {
		// What is too old to count goes with the next use, so nothing else must tidy.
		if _, err := tx.Client.IdempotencyRecord.Delete().Where(idempotencyrecord.ActorID(viewer.UserID),
			idempotencyrecord.CreatedAtLT(oldest)).Exec(ctx); err != nil {
			return err
		}
		return tx.Client.IdempotencyRecord.Create().SetActorID(viewer.UserID).SetOperation(operation).SetKey(*key).
			SetInputHash(hash).SetResult(stored).SetCreatedAt(now).Exec(ctx)
	})
	switch {
	case database.IsUniqueViolation(err, "idempotencyrecord_reseller_id_actor_id_operation_key"):
		// Another account is locked by the same key, so its input is another.
		return result, fault.Refuse(fault.IdempotencyReused, "input.idempotencyKey", "The key was used with other input.")
	case err != nil:
		return result, fmt.Errorf("write idempotency record: %w", err)
	}
	return result, nil
}

func inputHash(input any) ([]byte, error) {
	text, err := json.Marshal(input)
	if err != nil {
		return nil, fmt.Errorf("encode input: %w", err)
	}
	sum := sha256.Sum256(text)
	return sum[:], nil
}
