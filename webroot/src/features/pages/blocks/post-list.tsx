import { useMessages } from '@/lib/locale';
import { BlockHead } from '../components/block-head';
import { MoreLink } from '../components/more-link';
import { PostCard, PostRow } from '../components/post';
import { below, useList, type BlockProps } from '../view';
import './post-list.css';

export function PostListBlock({ block, level }: BlockProps<'postList'>) {
  const messages = useMessages();
  const posts = useList(block.key);
  const layout = block.layout ?? 'cards';
  const Post = layout === 'cards' ? PostCard : PostRow;
  const postLevel = block.title ? below(level) : level;
  return (
    <section className="block">
      <BlockHead level={level} title={block.title} intro={block.intro} />
      {posts.length === 0 ? (
        <div className="nothing">
          <p className="nothing__title">{messages.nothingListed}</p>
          <p>{messages.nothingListedText}</p>
        </div>
      ) : (
        <ul className={`posts posts--${layout}`}>
          {posts.map((post) => (
            <Post key={post.id} post={post} level={postLevel} />
          ))}
        </ul>
      )}
      {block.link && (
        <p className="posts__more">
          <MoreLink link={block.link} />
        </p>
      )}
    </section>
  );
}
