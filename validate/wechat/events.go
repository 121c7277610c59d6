package wechat

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Names of the events that ParseEvent reads.
const (
	EventNicknameAudit = "wxa_nickname_audit"
	EventCategoryAudit = "wxa_category_audit"
	EventAuditSuccess  = "weapp_audit_success"
	EventAuditFail     = "weapp_audit_fail"
	EventAuditDelay    = "weapp_audit_delay"
)

// Event is a result that the platform pushes to the address for messages and events.
// Members that the event does not have are zero.
type Event struct {
	// Name is one of the Event constants.
	Name string
	// ToUserName is the original id of the program, FromUserName the sender's open id.
	ToUserName, FromUserName string
	Created                  time.Time
	// Passed tells whether the review was passed, Delayed that there is no result yet.
	Passed, Delayed bool
	// Reason is the platform's own text where it was not passed or is delayed.
	Reason string
	// Nickname is the name that was reviewed.
	Nickname string
	// First and Second are the ids of the category that was reviewed.
	First, Second int
}

// ErrEncrypted is the error of ParseEvent for a message that has not been decrypted.
var ErrEncrypted = errors.New("wechat: the message is encrypted: decrypt it with the key of the third-party platform first")

// UnknownEventError is the error of ParseEvent for a message of another kind: it is told,
// never guessed at. The platform wants "success" for it all the same.
type UnknownEventError struct{ MsgType, Event string }

// Error names the message.
func (e *UnknownEventError) Error() string {
	return fmt.Sprintf("wechat: message %q, event %q: expected one of %s", e.MsgType, e.Event,
		strings.Join([]string{EventNicknameAudit, EventCategoryAudit, EventAuditSuccess, EventAuditFail, EventAuditDelay}, ", "))
}

// mostEventBytes bounds a message: a reason is some hundred characters.
const mostEventBytes = 64 << 10

// ParseEvent reads a decrypted message, XML or JSON. The error is ErrEncrypted, an
// *UnknownEventError, or says what is wrong with the message.
func ParseEvent(message []byte) (*Event, error) {
	if len(message) > mostEventBytes {
		return nil, fmt.Errorf("wechat: a message of %d bytes: expected %d at most", len(message), mostEventBytes)
	}
	fields, err := messageFields(bytes.TrimSpace(bytes.TrimPrefix(message, []byte("\ufeff"))))
	if err != nil {
		return nil, err
	}
	if _, ok := fields["encrypt"]; ok && fields["event"] == "" {
		return nil, ErrEncrypted
	}
	return eventOf(fields)
}

// messageFields gives the members of a message by their names in lower case: XML and
// JSON, older and newer messages write them one way and another.
func messageFields(message []byte) (map[string]string, error) {
	switch {
	case len(message) == 0:
		return nil, errors.New("wechat: the message is empty")
	case !utf8.Valid(message):
		return nil, errors.New("wechat: the message is not UTF-8")
	case message[0] == '<':
		return xmlFields(message)
	case message[0] == '{':
		return jsonFields(message)
	}
	return nil, fmt.Errorf("wechat: the message begins with %q: expected XML or a JSON object", []rune(string(message[:min(len(message), 16)]))[0])
}

func jsonFields(message []byte) (map[string]string, error) {
	var members map[string]any
	decoder := json.NewDecoder(bytes.NewReader(message))
	decoder.UseNumber()
	if err := decoder.Decode(&members); err != nil {
		return nil, fmt.Errorf("wechat: the message: %w", err)
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("wechat: something stands behind the message")
	}
	fields := map[string]string{}
	for name, value := range members {
		switch v := value.(type) {
		case string:
			fields[strings.ToLower(name)] = v
		case json.Number:
			fields[strings.ToLower(name)] = v.String()
		}
	}
	return fields, nil
}

// xmlFields reads the elements below the root. encoding/xml expands no entities but
// those of XML itself, so nothing grows while it is read.
func xmlFields(message []byte) (map[string]string, error) {
	decoder := xml.NewDecoder(bytes.NewReader(message))
	fields := map[string]string{}
	depth, name := 0, ""
	var text strings.Builder
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			if depth > 0 || len(fields) == 0 {
				return nil, errors.New("wechat: the message is no <xml> element with members")
			}
			return fields, nil
		}
		if err != nil {
			return nil, fmt.Errorf("wechat: the message: %w", err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth == 2 {
				name = strings.ToLower(t.Name.Local)
				text.Reset()
			}
		case xml.CharData:
			if depth == 2 {
				text.Write(t)
			}
		case xml.EndElement:
			if depth == 2 {
				fields[name] = strings.TrimSpace(text.String())
			}
			depth--
		}
	}
}

// eventOf makes the event of the members of a message.
func eventOf(fields map[string]string) (*Event, error) {
	e := &Event{Name: fields["event"], ToUserName: fields["tousername"], FromUserName: fields["fromusername"], Reason: fields["reason"]}
	if at := fields["createtime"]; at != "" {
		seconds, err := strconv.ParseInt(at, 10, 64)
		if err != nil {
			return nil, fmt.Errorf("wechat: %s: CreateTime %q: expected seconds", e.Name, at)
		}
		e.Created = time.Unix(seconds, 0)
	}
	var err error
	switch e.Name {
	case EventNicknameAudit:
		e.Nickname = fields["nickname"]
		e.Passed, err = passed(fields)
	case EventCategoryAudit:
		if e.Passed, err = passed(fields); err == nil {
			e.First, e.Second, err = categoryIDs(fields)
		}
	case EventAuditSuccess:
		e.Passed = true
	case EventAuditFail:
	case EventAuditDelay:
		e.Delayed = true
	default:
		return nil, &UnknownEventError{fields["msgtype"], e.Name}
	}
	if err != nil {
		return nil, fmt.Errorf("wechat: %s: %w", e.Name, err)
	}
	return e, nil
}

// passed reads ret: 2 refused, 3 passed.
func passed(fields map[string]string) (bool, error) {
	switch fields["ret"] {
	case "2":
		return false, nil
	case "3":
		return true, nil
	}
	return false, fmt.Errorf("ret %q: expected 2 (refused) or 3 (passed)", fields["ret"])
}

func categoryIDs(fields map[string]string) (first, second int, err error) {
	if first, err = strconv.Atoi(fields["first"]); err != nil {
		return 0, 0, fmt.Errorf("first %q: expected the id of a category", fields["first"])
	}
	if second, err = strconv.Atoi(fields["second"]); err != nil {
		return 0, 0, fmt.Errorf("second %q: expected the id of a category", fields["second"])
	}
	return first, second, nil
}
