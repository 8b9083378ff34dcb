package graph

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"net/http"
	"runtime/debug"
	"slices"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"tenantry/ent/schema"
	"tenantry/graph/model"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/request"
)

// Codes of extensions.code that only the edge uses; the others are the kinds
// of internal/fault.
const (
	codeParse            fault.Kind = "GRAPHQL_PARSE_FAILED"
	codeValidation       fault.Kind = "GRAPHQL_VALIDATION_FAILED"
	codeTooComplex       fault.Kind = "COMPLEXITY_LIMIT_EXCEEDED"
	codeDocumentUnknown  fault.Kind = "PERSISTED_DOCUMENT_NOT_FOUND"
	codeDocumentRequired fault.Kind = "PERSISTED_DOCUMENT_REQUIRED"
)

// refusals splits what a capability returned: refusals of a rule become the
// errors of a payload, anything else stays an error. The list is never nil, so
// that a payload without errors shows an empty list.
func refusals(err error) ([]*model.MutationError, error) {
	list, ok := errors.AsType[fault.Refusals](err)
	if !ok {
		return []*model.MutationError{}, err
	}
	out := make([]*model.MutationError, len(list))
	for i, r := range list {
		out[i] = &model.MutationError{Code: r.Code, Message: r.Message, Path: slices.Clone(r.Path)}
		for _, ref := range r.Related {
			out[i].RelatedIds = append(out[i].RelatedIds, globalID(ref))
		}
	}
	return out, nil
}

// globalID prints a reference as the public id of its record.
func globalID(ref fault.Ref) string {
	prefix := map[string]string{
		"user": "user", "organization": "org", "invitation": "inv", "role": "role",
		"session": "ses", "membership": "mem", "audit_event": "aud", "reseller": "res",
	}[ref.Kind]
	if prefix == "" {
		prefix = ref.Kind
	}
	return schema.GlobalID(prefix, ref.ID)
}

// presenter turns every error of an operation into what a client may read. It
// is the only place where that is decided: an error without a kind is logged
// and its text replaced.
type presenter struct{ log *slog.Logger }

// present is gqlgen's ErrorPresenterFunc.
func (p presenter) present(ctx context.Context, err error) *gqlerror.Error {
	if err == nil {
		return nil
	}
	out := p.translate(ctx, err)
	if wrapped, ok := errors.AsType[*gqlerror.Error](err); ok {
		out.Path, out.Locations = wrapped.Path, wrapped.Locations
	}
	if out.Path == nil && graphql.GetFieldContext(ctx) != nil {
		out.Path = graphql.GetPath(ctx)
	}
	return out
}

// translate is the one switch from inside errors to wire errors.
func (p presenter) translate(ctx context.Context, err error) *gqlerror.Error {
	known, isFault := errors.AsType[*fault.Error](err)
	refused, isRefused := errors.AsType[fault.Refusals](err)
	switch {
	case isFault && known.Kind != fault.Internal:
		return wireError(known)
	case isRefused && len(refused) > 0:
		// A read has no payload to carry refusals in.
		return wireError(fault.Input(refused[0].Path, "%s", refused[0].Message))
	case errors.Is(err, context.Canceled):
		return wireError(fault.New(fault.Unavailable, "The request was cancelled."))
	case errors.Is(err, context.DeadlineExceeded):
		return wireError(fault.New(fault.Unavailable, "The request took too long."))
	}
	if database.Retryable(err) {
		p.log.WarnContext(ctx, "the database is away", "error", err.Error(), "request_id", request.ID(ctx))
		return wireError(fault.New(fault.Unavailable, "The data cannot be reached at the moment. Try again."))
	}
	p.log.ErrorContext(ctx, "operation failed", "error", err.Error(), "path", graphql.GetPath(ctx).String(), "request_id", request.ID(ctx))
	out := wireError(fault.New(fault.Internal, "Something went wrong on our side."))
	out.Extensions["requestId"] = request.ID(ctx)
	return out
}

// recovered is gqlgen's RecoverFunc: the panic's text and stack go to the log.
func (p presenter) recovered(ctx context.Context, cause any) error {
	p.log.ErrorContext(ctx, "operation panicked", "panic", fmt.Sprint(cause), "stack", string(debug.Stack()), "request_id", request.ID(ctx))
	return fmt.Errorf("panic: %v", cause)
}

// wireError is a known failure in GraphQL's form.
func wireError(e *fault.Error) *gqlerror.Error {
	extensions := map[string]any{"code": string(e.Kind)}
	if len(e.Path) > 0 {
		extensions["path"] = e.Path
	}
	if e.Kind == fault.Forbidden {
		extensions["requiredPermission"] = append([]string{}, e.Permission...)
	}
	if e.RetryAfter > 0 {
		extensions["retryAfter"] = seconds(e.RetryAfter)
	}
	return &gqlerror.Error{Message: e.Message, Extensions: extensions}
}

// seconds rounds up, so that a client that waits that long has waited enough.
func seconds(d time.Duration) int { return int(math.Ceil(d.Seconds())) }

// statusOf is the HTTP status of a request that failed as a whole. Clients
// that accept only application/json are of the old kind: they learn about bad
// documents and variables from the body of a 200.
func statusOf(kind fault.Kind, legacy bool) int {
	switch kind {
	case codeParse:
		return http.StatusBadRequest
	case codeValidation, codeDocumentUnknown, codeDocumentRequired, fault.BadUserInput:
		if legacy {
			return http.StatusOK
		}
		return http.StatusUnprocessableEntity
	case codeTooComplex:
		return http.StatusUnprocessableEntity
	case fault.Unauthenticated:
		return http.StatusUnauthorized
	case fault.Forbidden, fault.StepUpRequired, fault.Impersonated:
		return http.StatusForbidden
	case fault.NotFound:
		return http.StatusNotFound
	case fault.RateLimited:
		return http.StatusTooManyRequests
	case fault.Unavailable:
		return http.StatusServiceUnavailable
	default:
		return http.StatusInternalServerError
	}
}
