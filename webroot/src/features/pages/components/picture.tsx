import type { CSSProperties } from 'react';
import type { Picture } from '../view';

interface PictureViewProps {
  picture: Picture;
  className?: string;
  eager?: boolean;
}

/** Width and height are known before the file is, so nothing moves when it arrives. */
export function PictureView({ picture, className, eager = false }: PictureViewProps) {
  const { src, alt, width, height, focalX, focalY } = picture;
  const style: CSSProperties | undefined =
    focalX === undefined && focalY === undefined
      ? undefined
      : { objectPosition: `${(focalX ?? 0.5) * 100}% ${(focalY ?? 0.5) * 100}%` };
  return (
    <img
      className={className}
      src={src}
      alt={alt}
      width={width}
      height={height}
      style={style}
      loading={eager ? 'eager' : 'lazy'}
      decoding="async"
      {...(eager && { fetchPriority: 'high' })}
    />
  );
}
