package icon

import (
	"encoding/base64"
	"errors"
	"fmt"
	"net/url"
	"strings"
)

// IsDataURI tells whether a reference holds the picture itself.
func IsDataURI(reference string) bool {
	return len(reference) >= len("data:") && strings.EqualFold(reference[:len("data:")], "data:")
}

// DecodeDataURI gives the bytes and the media type that a data: URI holds (RFC 2397).
func DecodeDataURI(uri string) (data []byte, media string, err error) {
	head, body, ok := strings.Cut(uri[len("data:"):], ",")
	if !ok {
		return nil, "", errors.New("the data: URI has no comma before its data")
	}
	media, _, _ = strings.Cut(head, ";")
	if !strings.HasSuffix(strings.ToLower(head), ";base64") {
		text, err := url.PathUnescape(body)
		if err != nil {
			return nil, "", fmt.Errorf("the data: URI is badly escaped: %w", err)
		}
		return []byte(text), media, nil
	}
	body = strings.TrimRight(strings.NewReplacer("\n", "", "\r", "", " ", "", "%2B", "+", "%2F", "/", "%3D", "").Replace(body), "=")
	if data, err = base64.RawStdEncoding.DecodeString(body); err != nil {
		return nil, "", fmt.Errorf("the data: URI is no valid base64: %w", err)
	}
	if len(data) == 0 {
		return nil, "", errors.New("the data: URI is empty")
	}
	return data, media, nil
}
